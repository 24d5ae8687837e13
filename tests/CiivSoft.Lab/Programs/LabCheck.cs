using System.Globalization;
using System.Text.Json.Nodes;

namespace CiivSoft.Lab.Programs;

/// <summary><c>ciivsoft check</c> as a process, on the lab's two sides.</summary>
internal static class LabCheck
{
    /// <summary>Its JSON document.</summary>
    /// <exception cref="InvalidOperationException">Nothing could be checked.</exception>
    public static async Task<JsonNode> RunAsync(
        string folder,
        LabSimulator lever,
        double rate,
        CancellationToken cancellationToken
    )
    {
        using var check = LabProcess.Start(
            "CiivSoft.Cli",
            [
                "check",
                "--simulator",
                lever.Lever.GetLeftPart(UriPartial.Authority),
                "--data",
                Path.Combine(folder, "data"),
                "--logs",
                Path.Combine(folder, "logs"),
                "--rate",
                rate.ToString(CultureInfo.InvariantCulture),
                "--at-rest",
                "--json",
            ],
            Path.Combine(folder, "check.log")
        );
        var code = await check.WaitAsync(cancellationToken);
        return code is 0 or 1
            ? JsonNode.Parse(check.Output)!
            : throw new InvalidOperationException($"The check ended with {code}: {check.Output}");
    }
}
