using System.Globalization;
using System.Runtime.InteropServices;
using static CiivSoft.DocumentWorker.NativeMethods;

namespace CiivSoft.DocumentWorker;

/// <summary>
/// A seccomp filter for all threads of this process: opening sockets, starting programs, opening files for writing and
/// changing the file system fail with "permission denied". Everything else stays allowed.
/// </summary>
internal static class SystemCallFilter
{
    private const ushort LoadWord = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;
    private const uint Allow = 0x7FFF0000;
    private const uint DenyWithPermission = 0x00050000 | 13;
    private const uint OffsetOfNumber = 0;
    private const uint OffsetOfArchitecture = 4;
    private const uint OffsetOfThirdArgument = 32;

    /// <summary>O_WRONLY, O_RDWR, O_CREAT, O_TRUNC.</summary>
    private const uint WritingFlags = 1 | 2 | 0x40 | 0x200;

    private const ushort JumpIfAtLeast = 0x35;
    private const uint OtherAbi = 0x40000000;

    /// <summary>
    /// open creat openat2 truncate rename renameat renameat2 link linkat symlink symlinkat unlink unlinkat mkdir mkdirat
    /// rmdir mknod mknodat chmod fchmod fchmodat chown fchown lchown fchownat socket connect bind listen accept accept4
    /// socketpair execve execveat fork vfork ptrace mount io_uring_setup process_vm_writev
    /// </summary>
    private const string DeniedOnX64 =
        "2 85 437 76 82 264 316 86 265 88 266 87 263 83 258 84 133 259 90 91 268 92 93 94 260 41 42 49 50 43 288 53 59 322"
        + " 57 58 101 165 425 311";

    /// <summary>The same, where that architecture has them.</summary>
    private const string DeniedOnArm64 =
        "437 45 38 276 37 36 35 34 33 52 53 54 55 198 203 200 201 202 242 199 221 281 117 40 425 271";

    /// <summary>Whether the filter is in force.</summary>
    public static bool Install() =>
        RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => Install(0xC000003E, seccomp: 317, openAt: 257, DeniedOnX64),
            Architecture.Arm64 => Install(0xC00000B7, seccomp: 277, openAt: 56, DeniedOnArm64),
            _ => false,
        };

    private static bool Install(uint architecture, int seccomp, uint openAt, string denied)
    {
        List<FilterInstruction> program =
        [
            new(LoadWord, 0, 0, OffsetOfArchitecture),
            new(JumpIfEqual, 1, 0, architecture),
            new(Return, 0, 0, DenyWithPermission),
            new(LoadWord, 0, 0, OffsetOfNumber),
            new(JumpIfAtLeast, 0, 1, OtherAbi),
            new(Return, 0, 0, DenyWithPermission),
        ];
        foreach (var call in denied.Split(' ').Select(call => uint.Parse(call, CultureInfo.InvariantCulture)))
        {
            program.Add(new(JumpIfEqual, 0, 1, call));
            program.Add(new(Return, 0, 0, DenyWithPermission));
        }

        program.Add(new(JumpIfEqual, 0, 3, openAt));
        program.Add(new(LoadWord, 0, 0, OffsetOfThirdArgument));
        program.Add(new(JumpIfAnyBit, 0, 1, WritingFlags));
        program.Add(new(Return, 0, 0, DenyWithPermission));
        program.Add(new(Return, 0, 0, Allow));
        return Install(seccomp, program.ToArray());
    }

    private static bool Install(int seccomp, FilterInstruction[] program)
    {
        var pinned = GCHandle.Alloc(program, GCHandleType.Pinned);
        try
        {
            var filter = new FilterProgram((ushort)program.Length, pinned.AddrOfPinnedObject());
            return ControlProcess(SetNoNewPrivileges, 1, 0, 0, 0) == 0
                && SystemCall(seccomp, SetModeFilter, FilterAllThreads, filter) == 0;
        }
        finally
        {
            pinned.Free();
        }
    }
}
