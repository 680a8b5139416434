#ifndef CFILES_SHIM_H
#define CFILES_SHIM_H

#include <sys/statfs.h>

/// glibc declares it only for those who ask for all that is GNU's, which Swift's import of it does not.
int renameat2(int folder, const char *path, int other_folder, const char *other_path, unsigned int flags);

#endif
