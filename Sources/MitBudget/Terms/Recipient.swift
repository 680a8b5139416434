extension Programme {
    /// Whom the money goes to: a citizen, unless the terms say otherwise.
    public struct Recipient: Equatable, Sendable {
        /// The capitals before the number of each reference.
        public let prefix: ReferencePrefix
        /// Whether a recipient is a person, so that texts on it are sensitive.
        public let isPersonal: Bool
        /// The Danish word in four forms.
        public let danish: DanishNoun
        /// The English word in two forms.
        public let english: EnglishNoun

        /// Makes a recipient from its parts.
        public init(prefix: ReferencePrefix, isPersonal: Bool, danish: DanishNoun, english: EnglishNoun) {
            self.prefix = prefix
            self.isPersonal = isPersonal
            self.danish = danish
            self.english = english
        }

        /// The recipient of terms that name none.
        public static let citizen = Recipient(
            prefix: .standard, isPersonal: true,
            danish: DanishNoun(one: "borger", theOne: "borgeren", many: "borgere", theMany: "borgerne"),
            english: EnglishNoun(one: "participant", many: "participants"))

        /// Recipients that the terms do not name, where they are not citizens.
        public static let unnamed = Recipient(
            prefix: .standard, isPersonal: false,
            danish: DanishNoun(one: "modtager", theOne: "modtageren", many: "modtagere", theMany: "modtagerne"),
            english: EnglishNoun(one: "recipient", many: "recipients"))
    }

    /// A Danish noun: `borger`, `borgeren`, `borgere`, `borgerne`.
    public struct DanishNoun: Equatable, Sendable {
        /// One, indefinite.
        public let one: String
        /// One, definite.
        public let theOne: String
        /// Many, indefinite.
        public let many: String
        /// Many, definite.
        public let theMany: String

        /// Makes a noun from its forms.
        public init(one: String, theOne: String, many: String, theMany: String) {
            self.one = one
            self.theOne = theOne
            self.many = many
            self.theMany = theMany
        }
    }

    /// An English noun: `participant`, `participants`.
    public struct EnglishNoun: Equatable, Sendable {
        /// One.
        public let one: String
        /// Many.
        public let many: String

        /// Makes a noun from its forms.
        public init(one: String, many: String) {
            self.one = one
            self.many = many
        }
    }
}
