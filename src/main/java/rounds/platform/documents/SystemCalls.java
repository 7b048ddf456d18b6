package rounds.platform.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The numbers of Linux' system calls on a kind of processor.
///
/// @param audit how the kernel names the kind
/// @param foreign from this number on they belong to another kind's programs, which the same kernel
///   runs; 0: none
/// @param numbers by name; those that the kind has not are missing
record SystemCalls(int audit, int foreign, Map<String, Integer> numbers) {
    private static final int X86_64 = 0xc000003e;
    private static final int AARCH64 = 0xc00000b7;
    private static final int X32 = 0x40000000;

    /// Name, x86_64, aarch64.
    private static final String USED =
            """
            open 2 -
            clone 56 220
            setpriority 141 140
            prctl 157 167
            openat 257 56
            prlimit64 302 261
            seccomp 317 277
            clone3 435 435
            landlock_create_ruleset 444 444
            landlock_add_rule 445 445
            landlock_restrict_self 446 446
            """;

    /// No reader of documents needs them, so that a hole in one leads nowhere: talk to others,
    /// start programs, look into other processes, change files, reach into the kernel.
    private static final String DENIED =
            """
            socket 41 198
            connect 42 203
            accept 43 202
            sendto 44 206
            recvfrom 45 207
            sendmsg 46 211
            recvmsg 47 212
            shutdown 48 210
            bind 49 200
            listen 50 201
            socketpair 53 199
            accept4 288 242
            recvmmsg 299 243
            sendmmsg 307 269
            fork 57 -
            vfork 58 -
            execve 59 221
            execveat 322 281
            kill 62 129
            tkill 200 130
            pidfd_send_signal 424 424
            pidfd_open 434 434
            pidfd_getfd 438 438
            ptrace 101 117
            process_vm_readv 310 270
            process_vm_writev 311 271
            process_madvise 440 440
            kcmp 312 272
            openat2 437 437
            creat 85 -
            truncate 76 45
            rename 82 -
            renameat 264 38
            renameat2 316 276
            mkdir 83 -
            mkdirat 258 34
            rmdir 84 -
            link 86 -
            linkat 265 37
            unlink 87 -
            unlinkat 263 35
            symlink 88 -
            symlinkat 266 36
            mknod 133 -
            mknodat 259 33
            chmod 90 -
            fchmod 91 52
            fchmodat 268 53
            fchmodat2 452 452
            chown 92 -
            lchown 94 -
            fchown 93 55
            fchownat 260 54
            setxattr 188 5
            lsetxattr 189 6
            fsetxattr 190 7
            chroot 161 51
            pivot_root 155 41
            mount 165 40
            umount2 166 39
            open_tree 428 428
            move_mount 429 429
            fsopen 430 430
            fsmount 432 432
            mount_setattr 442 442
            unshare 272 97
            setns 308 268
            setuid 105 146
            setgid 106 144
            setreuid 113 145
            setregid 114 143
            setresuid 117 147
            setresgid 119 149
            setgroups 116 159
            capset 126 91
            name_to_handle_at 303 264
            open_by_handle_at 304 265
            add_key 248 217
            request_key 249 218
            keyctl 250 219
            bpf 321 280
            perf_event_open 298 241
            userfaultfd 323 282
            memfd_create 319 279
            io_uring_setup 425 425
            io_uring_enter 426 426
            io_uring_register 427 427
            init_module 175 105
            finit_module 313 273
            delete_module 176 106
            kexec_load 246 104
            kexec_file_load 320 294
            reboot 169 142
            swapon 167 224
            """;

    /// Those of this machine; none, where it is not one of the two kinds, or not Linux.
    static Optional<SystemCalls> here() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> Optional.of(new SystemCalls(X86_64, X32, table(1)));
            case "aarch64" -> Optional.of(new SystemCalls(AARCH64, 0, table(2)));
            default -> Optional.empty();
        };
    }

    private static Map<String, Integer> table(int column) {
        var numbers = new HashMap<String, Integer>();
        (USED + DENIED)
                .lines()
                .map(line -> line.split(" "))
                .filter(row -> !row[column].equals("-"))
                .forEach(row -> numbers.put(row[0], Integer.valueOf(row[column])));
        return Map.copyOf(numbers);
    }

    int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(name);
        }
        return number;
    }

    boolean has(String name) {
        return numbers.containsKey(name);
    }

    /// The numbers of what no reader needs.
    List<Integer> denied() {
        return DENIED.lines()
                .map(line -> line.split(" ")[0])
                .filter(this::has)
                .map(this::number)
                .toList();
    }
}
