using System.Diagnostics;
using k8s;
using k8s.Models;

namespace CiivSoft.Silo.Tests.Deployment;

/// <summary>The Kubernetes manifests, read strictly: an unknown or misspelt field, or one of another type, is an error.</summary>
internal static class Manifests
{
    private static string Folder => Path.Combine(Repository.Root, "deploy", "kubernetes");

    public static IReadOnlyList<object> Base() =>
        [
            .. Directory
                .GetFiles(Path.Combine(Folder, "base"), "*.yaml")
                .Where(file => Path.GetFileName(file) != "kustomization.yaml")
                .Order(StringComparer.Ordinal)
                .SelectMany(file => Parse(File.ReadAllText(file))),
        ];

    /// <summary>What the overlay makes of them; null where there is no <c>kubectl</c> to build it.</summary>
    public static async Task<IReadOnlyList<object>?> OverlayAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("kubectl", ["kustomize", Path.Combine(Folder, "overlays", "production")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start).ShouldNotBeNull();
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var built = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            process.ExitCode.ShouldBe(0, await errors);
            return Parse(built);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The pods of all workloads, by the workload's name.</summary>
    public static IReadOnlyDictionary<string, V1PodSpec> Pods(IEnumerable<object> manifests) =>
        manifests
            .Select(m =>
                m switch
                {
                    V1Deployment d => (d.Metadata.Name, d.Spec.Template.Spec),
                    V1Job j => (j.Metadata.Name, j.Spec.Template.Spec),
                    _ => default,
                }
            )
            .Where(pod => pod.Spec is not null)
            .ToDictionary(pod => pod.Name, pod => pod.Spec);

    private static List<object> Parse(string yaml) => KubernetesYaml.LoadAllFromString(yaml, strict: true);
}
