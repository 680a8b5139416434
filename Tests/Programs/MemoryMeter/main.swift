import Glibc

// Runs a program to its end and prints its peak of resident memory, in KiB.
//
// It is a small process of its own: Linux counts a parent's resident memory at the start towards the child's peak, and
// the tests' own process uses more memory than the measured program.

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
