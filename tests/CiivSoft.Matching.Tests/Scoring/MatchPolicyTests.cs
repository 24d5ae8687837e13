using CiivSoft.Matching.Knowledge;
using CiivSoft.Matching.Scoring;
using FsCheck.Xunit;

namespace CiivSoft.Matching.Tests.Scoring;

public sealed class MatchPolicyTests
{
    private static readonly MatchPolicy Shipped = PolicyFile.Read(ModelFiles.Read("policy.json"));

    [Property]
    public bool The_score_never_falls_when_a_feature_rises(byte[] steps, byte feature, byte rise, bool isSkillList)
    {
        var model = Shipped.ModelFor(isSkillList);
        var features = model.Weights.Select((_, i) => i < steps.Length ? steps[i] / 255.0 : 0.5).ToArray();
        var before = model.Probability(features);
        var index = feature % features.Length;
        features[index] = Math.Min(1, features[index] + (rise / 255.0));

        return model.Probability(features) >= before;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Scores_are_probabilities(bool isSkillList)
    {
        var model = Shipped.ModelFor(isSkillList);
        var all = MatchFeatures.Names.Select(_ => 1.0).ToArray();

        model.Probability(new double[all.Length]).ShouldBeInRange(0, 0.05);
        model.Probability(all).ShouldBeInRange(0.95, 1);
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var copy = PolicyFile.Read(PolicyFile.Write(Shipped));

        copy.Told.Weights.ShouldBe(Shipped.Told.Weights);
        copy.Listed.Weights.ShouldBe(Shipped.Listed.Weights);
        copy.Told.Bias.ShouldBe(Shipped.Told.Bias);
        copy.RefiineCut(50).ShouldBe(Shipped.RefiineCut(50));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"told":{"weights":[{"name":"words","weight":-1,"mean":0,"deviation":1}],"bias":0}}""")]
    public void A_damaged_file_is_refused(string json) =>
        Should.Throw<InvalidDataException>(() => PolicyFile.Read(System.Text.Encoding.UTF8.GetBytes(json)));
}
