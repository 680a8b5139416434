import Glibc
import MitBudgetCLI

exit(Program.main())
