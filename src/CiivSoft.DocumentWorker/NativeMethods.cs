using System.Runtime.InteropServices;

namespace CiivSoft.DocumentWorker;

/// <summary>Linux system calls (man pages setrlimit(2), prctl(2), seccomp(2)).</summary>
internal static partial class NativeMethods
{
    public const int RlimitFileSize = 1;
    public const int RlimitData = 2;
    public const int RlimitCore = 4;
    public const int SetNoNewPrivileges = 38;
    public const uint SetModeFilter = 1;
    public const uint FilterAllThreads = 1;

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetLimit(int resource, in Limit limit);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ControlProcess(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint SystemCall(nint number, nuint operation, nuint flags, in FilterProgram program);

    /// <param name="Soft">What is enforced, in bytes.</param>
    /// <param name="Hard">What it may be raised to.</param>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Limit(nuint Soft, nuint Hard);

    /// <param name="Length">How many instructions.</param>
    /// <param name="Instructions">Address of the first.</param>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct FilterProgram(ushort Length, nint Instructions);

    /// <param name="Code">What to do.</param>
    /// <param name="JumpTrue">How many instructions to skip when a test holds.</param>
    /// <param name="JumpFalse">And when it does not.</param>
    /// <param name="Value">Operand.</param>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct FilterInstruction(ushort Code, byte JumpTrue, byte JumpFalse, uint Value);
}
