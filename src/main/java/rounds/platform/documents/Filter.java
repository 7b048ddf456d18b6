package rounds.platform.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The little program with which the kernel judges each system call of a caged process.
final class Filter {
    /// Bytes of an instruction: code, where to jump if so and if not so, a number.
    static final int INSTRUCTION = 8;

    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL = 0x80000000;
    private static final int NOT_PERMITTED = 0x00050000 | 1;

    /// As on a kernel that does not have it: the C library then takes the older one.
    private static final int NOT_THERE = 0x00050000 | 38;

    private static final int NUMBER = 0;
    private static final int PROCESSOR = 4;
    private static final int ARGUMENTS = 16;

    private static final int CLONE_THREAD = 0x10000;

    /// For writing in any way, or a new file, also one without a name.
    private static final int WRITES = 0x1 | 0x2 | 0x40 | 0x200 | 0x400 | 0x400000;

    private final ByteBuffer code = ByteBuffer.allocate(8192).order(ByteOrder.nativeOrder());

    private Filter() {}

    static byte[] of(SystemCalls calls) {
        Filter filter = new Filter();
        filter.write(calls);
        byte[] program = new byte[filter.code.position()];
        filter.code.flip().get(program);
        return program;
    }

    private void write(SystemCalls calls) {
        add(LOAD, 0, 0, PROCESSOR);
        add(IF_EQUAL, 1, 0, calls.audit());
        add(RETURN, 0, 0, KILL);
        add(LOAD, 0, 0, NUMBER);
        if (calls.foreign() != 0) {
            add(IF_AT_LEAST, 0, 1, calls.foreign());
            add(RETURN, 0, 0, NOT_PERMITTED);
        }
        for (int denied : calls.denied()) {
            add(IF_EQUAL, 0, 1, denied);
            add(RETURN, 0, 0, NOT_PERMITTED);
        }
        // Its flags stand where no filter can look, so threads are made by the older one.
        add(IF_EQUAL, 0, 1, calls.number("clone3"));
        add(RETURN, 0, 0, NOT_THERE);
        add(IF_EQUAL, 0, 4, calls.number("clone"));
        add(LOAD, 0, 0, ARGUMENTS);
        add(IF_ANY_BIT, 0, 1, CLONE_THREAD);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, NOT_PERMITTED);
        denyWriting(calls.number("openat"), 2);
        if (calls.has("open")) {
            denyWriting(calls.number("open"), 1);
        }
        add(RETURN, 0, 0, ALLOW);
    }

    /// @param flags which argument they are
    private void denyWriting(int call, int flags) {
        add(IF_EQUAL, 0, 4, call);
        add(LOAD, 0, 0, ARGUMENTS + 8 * flags);
        add(IF_ANY_BIT, 0, 1, WRITES);
        add(RETURN, 0, 0, NOT_PERMITTED);
        add(RETURN, 0, 0, ALLOW);
    }

    private void add(int operation, int ifSo, int ifNot, int number) {
        code.putShort((short) operation).put((byte) ifSo).put((byte) ifNot).putInt(number);
    }
}
