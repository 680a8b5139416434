import Glibc

// Runs a program to its end and prints how much memory it had resident at its peak, in KiB.
//
// A process of its own, and a small one: Linux counts what the parent had resident when it spawned as the child's peak,
// and the tests' own process has more than what is to be measured.

let words = Array(CommandLine.arguments.dropFirst())
guard let program = words.first else { exit(64) }
var arguments = words.map { strdup($0) }
arguments.append(nil)
var child = pid_t()
guard posix_spawn(&child, program, nil, nil, &arguments, nil) == 0 else { exit(71) }
var (status, usage) = (Int32(0), rusage())
guard wait4(child, &status, 0, &usage) == child else { exit(71) }
guard status == 0 else { exit(70) }
print(usage.ru_maxrss)
