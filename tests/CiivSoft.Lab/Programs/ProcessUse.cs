namespace CiivSoft.Lab.Programs;

/// <summary>What a process used until a moment.</summary>
/// <param name="ProcessorTime">Of the process itself.</param>
/// <param name="ChildrensTime">Processor time of the processes that it started, those that ended among them.</param>
/// <param name="ResidentBytes">Its memory in RAM now.</param>
/// <param name="PeakBytes">The most that it had in RAM.</param>
internal sealed record ProcessUse(TimeSpan ProcessorTime, TimeSpan ChildrensTime, long ResidentBytes, long PeakBytes);
