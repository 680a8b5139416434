#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>

/// SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import.
static inline sqlite3_destructor_type csqlite_transient(void) {
    return SQLITE_TRANSIENT;
}

/// sqlite3_db_config takes a variable number of arguments, which Swift does not import.
static inline int csqlite_keep_log_on_close(sqlite3 *database) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/// So does sqlite3_config. Only before SQLite's first use in a process; afterwards it does nothing.
static inline int csqlite_keep_no_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Swift lets no global of C through. SQLite guards this one by a mutex of its own, whichever thread opens a file.
/// @return a result code; SQLITE_NOMEM where the name could not be copied.
static inline int csqlite_put_temporary_files_in(const char *folder) {
    char *copy = sqlite3_mprintf("%s", folder);
    if (copy == 0) return SQLITE_NOMEM;
    sqlite3_mutex *mutex = sqlite3_mutex_alloc(SQLITE_MUTEX_STATIC_VFS1);
    sqlite3_mutex_enter(mutex);
    sqlite3_free(sqlite3_temp_directory);
    sqlite3_temp_directory = copy;
    sqlite3_mutex_leave(mutex);
    return SQLITE_OK;
}

#endif
