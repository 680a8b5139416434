import Testing

@Suite("Corrected texts that leave and come in again")
struct CorrectedTextTests {
    private let bureau: Bureau

    /// B01's payee and case number are corrected, with readings between, which jsonl leaves out.
    init() throws {
        bureau = try Bureau()
        try bureau.open()
        let reading = ["participant", "show", "B01", "--identified", "--purpose", "Prøve"]
        try bureau.must(["participant", "enrol", "--case", "Sag 1"])
        try bureau.must(reading)
        try bureau.must([
            "disburse", "B01", "--item", "1", "--amount", "100", "--voucher", "K-1", "--payee", "Møblhuset",
        ])
        try bureau.must(["correct", "10", "--field", "payee", "--text", "Møbelhuset", "--reason", "Slåfejl"])
        try bureau.must(reading)
        try bureau.must(["correct", "9", "--field", "purpose", "--text", "En prøve", "--reason", "For kort"])
        try bureau.must(["correct", "8", "--field", "case", "--text", "Sag 2", "--reason", "Slåfejl"])
        try bureau.must(["correct", "5", "--field", "item", "--item", "1", "--text", "Depositum", "--reason", "Ordet"])
    }

    @Test("What jsonl exports rebuilds them, with their reasons, and is exported alike from the new ledger")
    func identified() throws {
        let options = ["export", "jsonl", "--identified", "--purpose", "Flytning"]
        let exported = try bureau.must(options)
        #expect(
            exported.contains(
                #""command":"correct","as":"sagsbehandler-1","entry":9,"field":"payee","text":"Møbelhuset""#))
        #expect(!exported.contains("En prøve"), "the reading is left out, and so is its correction")
        let other = try Bureau()
        other.input = Array(exported.utf8)
        try other.must(["import", "-"])
        #expect(try other.must(options) == exported)
        try other.must(["verify"])
        #expect(
            try other.must(["entry", "9", "--identified", "--purpose", "Prøve"]).contains("Møbelhuset (corrected in"))
    }

    @Test("Without texts the corrections come in, too, but for those of case numbers")
    func unidentified() throws {
        let exported = try bureau.must(["export", "jsonl"])
        #expect(!exported.contains("Møb") && !exported.contains("Sag 2") && !exported.contains("Depositum"))
        let other = try Bureau()
        other.input = Array(exported.utf8)
        try other.must(["import", "-"])
        #expect(try other.must(["export", "jsonl"]) == exported)
    }

    @Test("Within one import a corrected case number is taken, and the first one is free")
    func imported() throws {
        let lines = [
            #"{"command":"participant enrol","case":"Sag 2"}"#, #"{"command":"participant enrol","case":"Sag 1"}"#,
        ]
        bureau.input = Array(lines.joined(separator: "\n").utf8)
        let run = bureau.run(["import", "-"])
        #expect(run.status != 0)
        #expect(run.error.contains("line 1") && run.error.contains("case-taken") && !run.error.contains("line 2"))
        bureau.input = Array(
            (lines[1] + "\n" + #"{"command":"correct","entry":16,"field":"case","text":"Sag 3","reason":"Slåfejl"}"#
                + "\n" + lines[1]).utf8)
        try bureau.must(["import", "-"])
    }

    @Test("What a spreadsheet and an accountant read says both, the corrected text first")
    func exports() throws {
        for form in ["csv", "hledger", "beancount"] {
            let exported = try bureau.must(["export", form, "--identified", "--purpose", "Regnskab"])
            #expect(exported.contains("Møbelhuset (corrected in"), "\(form)")
            #expect(exported.contains("before: Møblhuset)"), "\(form)")
        }
    }
}
