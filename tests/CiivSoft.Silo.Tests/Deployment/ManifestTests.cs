using k8s.Models;

namespace CiivSoft.Silo.Tests.Deployment;

public sealed class ManifestTests
{
    private const int HandOverSeconds = 20;

    private static readonly IReadOnlyList<object> Base = Manifests.Base();
    private static readonly IReadOnlyDictionary<string, V1PodSpec> Pods = Manifests.Pods(Base);

    private static V1Deployment Silo =>
        Base.OfType<V1Deployment>().Single(d => string.Equals(d.Metadata.Name, "silo", StringComparison.Ordinal));

    public static TheoryData<string> Workloads => new(Pods.Keys);

    [Fact]
    public void The_base_has_a_migration_silos_and_a_dashboard()
    {
        Pods.Keys.Order(StringComparer.Ordinal).ShouldBe(["dashboard", "migrate", "silo"]);
        Silo.Spec.Replicas.ShouldBe(3);
    }

    [Fact]
    public async Task The_overlay_builds_and_is_as_strict()
    {
        var built = await Manifests.OverlayAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(built is null, "kubectl, which builds overlays, is not installed.");

        built!.Count.ShouldBe(Base.Count);
        var pods = Manifests.Pods(built);
        pods.Values.ShouldAllBe(pod => pod.Containers[0].Image.StartsWith("registry.example.com/ciivsoft:"));
        pods.Values.ShouldAllBe(pod => IsRestricted(pod));
        pods["silo"].Containers[0].Resources.Requests["memory"].ToString().ShouldBe("1Gi");
        pods["silo"].Containers[0].ReadinessProbe.ShouldNotBeNull();
    }

    // What the "restricted" standard of Kubernetes asks for, and a root file system that cannot be written.
    [Theory]
    [MemberData(nameof(Workloads))]
    public void A_pod_meets_the_restricted_standard(string workload)
    {
        IsRestricted(Pods[workload]).ShouldBeTrue();
        Pods[workload].AutomountServiceAccountToken.ShouldBe(false);
        Pods[workload].Volumes.ShouldAllBe(v => v.EmptyDir != null && v.EmptyDir.SizeLimit != null);
        Pods[workload].Containers[0].Resources.Limits.ShouldContainKey("memory");
    }

    [Fact]
    public void The_namespace_enforces_it()
    {
        Base.OfType<V1Namespace>()
            .Single()
            .Metadata.Labels["pod-security.kubernetes.io/enforce"]
            .ShouldBe("restricted");
    }

    [Theory]
    [InlineData("silo")]
    [InlineData("dashboard")]
    public void Each_probe_asks_what_it_is_for(string workload)
    {
        var container = Pods[workload].Containers[0];

        container.StartupProbe.HttpGet.Path.ShouldBe("/health/startup");
        container.ReadinessProbe.HttpGet.Path.ShouldBe("/health/ready");
        container.LivenessProbe.HttpGet.Path.ShouldBe("/health/live");
        container.StartupProbe.FailureThreshold.ShouldNotBeNull();
        (container.StartupProbe.FailureThreshold * container.StartupProbe.PeriodSeconds).ShouldBe(
            workload == "silo" ? 120 : 180
        );
    }

    [Fact]
    public void A_silo_has_time_to_hand_over_and_is_never_missed()
    {
        Pods["silo"].TerminationGracePeriodSeconds.ShouldNotBeNull().ShouldBeGreaterThan(HandOverSeconds);
        Silo.Spec.Strategy.RollingUpdate.MaxUnavailable.Value.ShouldBe("0");
        var budget = Base.OfType<V1PodDisruptionBudget>().Single();
        budget.Spec.MaxUnavailable.Value.ShouldBe("1");
        budget.Spec.Selector.MatchLabels.ShouldBe(Silo.Spec.Selector.MatchLabels);
    }

    [Fact]
    public void Selectors_meet_the_pods_they_mean()
    {
        foreach (var deployment in Base.OfType<V1Deployment>())
        {
            var labels = deployment.Spec.Template.Metadata.Labels;
            deployment.Spec.Selector.MatchLabels.ShouldAllBe(l => labels[l.Key] == l.Value);
        }

        var service = Base.OfType<V1Service>().Single();
        var ports = Pods[service.Metadata.Name].Containers[0].Ports.Select(p => p.Name);
        service.Spec.Ports.ShouldAllBe(p => ports.Contains(p.TargetPort.Value));
        service.Spec.Type.ShouldBe("ClusterIP");
    }

    [Fact]
    public void Only_silos_and_the_dashboard_reach_the_ports_of_silos()
    {
        var policy = Base.OfType<V1NetworkPolicy>().Single(p => p.Metadata.Name == "silo");

        policy.Spec.Ingress.ShouldAllBe(rule => rule.FromProperty.Count == 1 && rule.Ports.Count > 0);
        policy.Spec.Ingress.SelectMany(rule => rule.Ports).ShouldAllBe(p => p.Port.Value != "http");
    }

    [Fact]
    public void Every_setting_in_the_manifests_is_one_that_the_program_has()
    {
        var known = SettingNames.All();
        var named = Pods
            .Values.SelectMany(p => p.Containers[0].Env)
            .Select(e => e.Name)
            .Concat(Base.OfType<V1ConfigMap>().SelectMany(m => m.Data.Keys))
            .Where(n => n.StartsWith("CIIVSOFT__", StringComparison.Ordinal));

        named.ShouldAllBe(n => known.Contains(n));
    }

    private static bool IsRestricted(V1PodSpec pod) =>
        pod.SecurityContext is { RunAsNonRoot: true, SeccompProfile.Type: "RuntimeDefault", RunAsUser: > 0 }
        && pod.HostNetwork is not true
        && pod.HostPID is not true
        && pod.Containers.All(c =>
            c.SecurityContext
                is { AllowPrivilegeEscalation: false, ReadOnlyRootFilesystem: true, Privileged: null or false }
            && c.SecurityContext.Capabilities.Drop.SequenceEqual(["ALL"])
            && c.SecurityContext.Capabilities.Add is null or { Count: 0 }
        );
}
