using System.Text;
using System.Text.Json.Nodes;
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
        Should.Throw<InvalidDataException>(() => PolicyFile.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("told", "name", "\"words\"", "other features")]
    [InlineData("listed", "name", "\"words\"", "other features")]
    [InlineData("told", "weight", "-0.1", "negative weight")]
    [InlineData("listed", "deviation", "0", "deviation that is not positive")]
    [InlineData(null, "withoutCredential", "-0.01", "lack a required credential")]
    [InlineData(null, "withoutCredential", "0.51", "lack a required credential")]
    public void A_file_that_says_what_cannot_be_is_refused(string? model, string field, string value, string told)
    {
        var file = JsonNode.Parse(PolicyFile.Write(Shipped with { FiilterCut = 0.51 }))!.AsObject();
        var place = model is null ? file : file[model]!["weights"]![0]!.AsObject();
        place[field] = JsonNode.Parse(value);

        Should
            .Throw<InvalidDataException>(() => PolicyFile.Read(Encoding.UTF8.GetBytes(file.ToJsonString())))
            .Message.ShouldContain(told);
    }
}
