namespace CiivSoft.Abstractions.Candidates;

/// <summary>
/// A person of an account. Reads the newest résumé and decides the person's applications, FiiLTER first and then
/// REFiiNE, one at a time. Keyed by <see cref="Keys.CandidateKey"/>.
/// </summary>
[GrainInterfaceType("candidate")]
[Alias("ciivsoft.ICandidateGrain")]
public interface ICandidateGrain : IGrainWithStringKey
{
    /// <summary>
    /// Does what waits for this person: reads the résumé if it was not read, decides what was not decided. A second
    /// call finds nothing to do.
    /// </summary>
    /// <exception cref="InvalidOperationException">The account is not connected.</exception>
    [Alias("ProcessAsync")]
    [ResponseTimeout("00:01:30")]
    Task<WorkOutcome> ProcessAsync(WorkOrder order, CancellationToken cancellationToken);
}
