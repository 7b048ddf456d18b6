package rounds.platform.documents;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shuts this process in for the rest of its life, before it sees anything that came from outside:
/// no network, no other program, no file to be written (seccomp, all threads); and for the thread
/// that asks and all it starts, no file to be read but those named (Landlock). The threads of the
/// virtual machine itself are older; they read no documents.
final class Cage {
    private static final long SET_NO_NEW_PRIVILEGES = 38;
    private static final long SET_FILTER = 1;
    private static final long ALL_THREADS = 1;

    private static final long READ_FILE = 1 << 2;
    private static final long READ_FOLDER = 1 << 3;

    /// How many kinds of access Landlock knows, by its version from 1.
    private static final int[] KINDS = {13, 14, 15, 15, 16};

    private static final long PATH_ONLY = 0x200000 | 0x80000;
    private static final long HERE = -100;
    private static final int STDIN = 0;

    private static final long LIMIT_FILE_SIZE = 1;
    private static final long LIMIT_CORE = 4;
    private static final long POLITENESS = 10;

    private final SystemCalls calls;
    private final MethodHandle call;
    private final Arena arena;

    private Cage(SystemCalls calls, Arena arena) {
        Linker linker = Linker.nativeLinker();
        this.calls = calls;
        this.arena = arena;
        this.call =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("syscall"),
                        FunctionDescriptor.of(
                                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                                JAVA_LONG),
                        Linker.Option.firstVariadicArg(1));
    }

    /// @param readable files and folders; what is given as standard input stays readable, too
    /// @return what this machine cannot do, in words for a log; empty: nothing
    static String shut(List<Path> readable) {
        Optional<SystemCalls> calls = SystemCalls.here();
        if (calls.isEmpty()) {
            return "this system has neither seccomp nor Landlock that we know";
        }
        try (Arena arena = Arena.ofConfined()) {
            return new Cage(calls.get(), arena).shutIn(readable);
        }
    }

    private String shutIn(List<Path> readable) {
        call("setpriority", 0, 0, POLITENESS);
        limit(LIMIT_FILE_SIZE);
        limit(LIMIT_CORE);
        if (call("prctl", SET_NO_NEW_PRIVILEGES, 1, 0, 0) != 0) {
            return "the kernel gives no promise of no new privileges";
        }
        var missing = new ArrayList<String>();
        if (!fence(readable)) {
            missing.add("the kernel has no Landlock");
        }
        if (!filter()) {
            missing.add("the kernel takes no seccomp filter");
        }
        return String.join(", ", missing);
    }

    private void limit(long which) {
        MemorySegment nothing = arena.allocate(16);
        call("prlimit64", 0, which, nothing.address(), 0);
    }

    private boolean filter() {
        byte[] program = Filter.of(calls);
        MemorySegment code = arena.allocate(program.length, 8);
        MemorySegment.copy(program, 0, code, ValueLayout.JAVA_BYTE, 0, program.length);
        MemorySegment head = arena.allocate(16, 8);
        head.set(ValueLayout.JAVA_SHORT, 0, (short) (program.length / Filter.INSTRUCTION));
        head.set(JAVA_LONG, 8, code.address());
        return call("seccomp", SET_FILTER, ALL_THREADS, head.address()) == 0;
    }

    private boolean fence(List<Path> readable) {
        long version = call("landlock_create_ruleset", 0, 0, 1);
        if (version < 1) {
            return false;
        }
        MemorySegment rules = arena.allocate(24, 8);
        rules.set(JAVA_LONG, 0, (1L << KINDS[(int) Math.min(version, KINDS.length) - 1]) - 1);
        // From version 4 it knows of TCP, from 6 of signals and of sockets without a file.
        rules.set(JAVA_LONG, 8, version >= 4 ? 0b11 : 0);
        rules.set(JAVA_LONG, 16, version >= 6 ? 0b11 : 0);
        long known = version >= 6 ? 24 : version >= 4 ? 16 : 8;
        long fence = call("landlock_create_ruleset", rules.address(), known, 0);
        if (fence < 0) {
            return false;
        }
        open(fence, STDIN, READ_FILE);
        for (Path path : readable) {
            open(fence, path);
        }
        return call("landlock_restrict_self", fence, 0) == 0;
    }

    private void open(long fence, Path path) {
        MemorySegment name = arena.allocateFrom(path.toString(), StandardCharsets.UTF_8);
        long file = call("openat", HERE, name.address(), PATH_ONLY, 0);
        if (file >= 0) {
            boolean folder = Files.isDirectory(path);
            open(fence, file, folder ? READ_FILE | READ_FOLDER : READ_FILE);
        }
    }

    private void open(long fence, long file, long access) {
        MemorySegment rule = arena.allocate(12, 8);
        rule.set(JAVA_LONG, 0, access);
        rule.set(ValueLayout.JAVA_INT, 8, (int) file);
        call("landlock_add_rule", fence, 1, rule.address(), 0);
    }

    private long call(String name, long... arguments) {
        long[] all = java.util.Arrays.copyOf(arguments, 5);
        try {
            return (long)
                    call.invokeExact(
                            (long) calls.number(name), all[0], all[1], all[2], all[3], all[4]);
        } catch (Throwable impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }
}
