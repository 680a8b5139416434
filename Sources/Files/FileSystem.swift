import CFiles

/// The file system of a file.
public enum FileSystem {
    /// Whether several machines may have the file open, as on a network drive. The memory that SQLite shares beside its
    /// log does not reach from one machine to another.
    ///
    /// The system does not tell whether a file system of a program (FUSE) uses a network, so FUSE does not count.
    public static func isShared(at path: String) -> Bool {
        var status = statfs()
        return statfs(path, &status) == 0 && isShared(UInt32(truncatingIfNeeded: status.f_type))
    }

    /// Whether a number is that of such a file system, from Linux's `magic.h` and the sources of those that it omits.
    static func isShared(_ type: UInt32) -> Bool {
        switch type {
        case 0x6969,  // NFS
            0x517B, 0xFF53_4D42, 0xFE53_4D42,  // SMB, CIFS, SMB 2 and later
            0x564C,  // NCP
            0x5346_414F, 0x6B41_4653,  // AFS
            0x7375_7245,  // Coda
            0x00C3_6400,  // Ceph
            0x0BD0_0BD0,  // Lustre
            0x0116_1970,  // GFS2
            0x7461_636F,  // OCFS2
            0x4750_4653,  // GPFS
            0xAAD7_AAEA,  // PanFS
            0x2003_0528,  // OrangeFS
            0x1983_0326,  // BeeGFS
            0xBEEF_DEAD,  // StorNext
            0x0131_11A8,  // IBRIX
            0x6163_6673:  // ACFS
            true
        case _: false
        }
    }
}
