using System.Security.Cryptography;
using System.Text.Json;

namespace CiivSoft.Matching.Scoring;

/// <summary>The policy as JSON, small enough to be read by people.</summary>
internal static class PolicyFile
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="policy">Its version is not written: it follows from the content.</param>
    public static byte[] Write(MatchPolicy policy) =>
        [
            .. JsonSerializer.SerializeToUtf8Bytes(
                new Content(
                    policy.Told,
                    policy.Listed,
                    policy.WithoutCredential,
                    policy.ArkiiveCut,
                    policy.FiilterCut,
                    policy.RefiineRise
                ),
                Layout
            ),
            (byte)'\n',
        ];

    /// <exception cref="InvalidDataException">The file is damaged or made for other features.</exception>
    public static MatchPolicy Read(byte[] file)
    {
        var content = Parse(file);
        Check(content.Told);
        Check(content.Listed);
        if (
            content.WithoutCredential < 0
            || content.WithoutCredential >= Math.Min(content.ArkiiveCut, content.FiilterCut)
        )
        {
            throw new InvalidDataException("The policy file lets those pass who lack a required credential.");
        }

        return new MatchPolicy
        {
            Version = $"policy-{Convert.ToHexStringLower(SHA256.HashData(file))[..12]}",
            Told = content.Told,
            Listed = content.Listed,
            WithoutCredential = content.WithoutCredential,
            ArkiiveCut = content.ArkiiveCut,
            FiilterCut = content.FiilterCut,
            RefiineRise = content.RefiineRise,
        };
    }

    private static void Check(LinearModel model)
    {
        var names = model.Weights.Select(weight => weight.Name);
        if (!names.SequenceEqual(MatchFeatures.Names, StringComparer.Ordinal))
        {
            throw new InvalidDataException("The policy file was made for other features than this program has.");
        }

        if (model.Weights.Any(weight => weight.Weight < 0 || weight.Deviation <= 0))
        {
            throw new InvalidDataException(
                "The policy file holds a negative weight or a deviation that is not positive."
            );
        }
    }

    private static Content Parse(byte[] file)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(file, Layout)
                ?? throw new InvalidDataException("The policy file is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The policy file is damaged.", e);
        }
    }

    private sealed record Content(
        LinearModel Told,
        LinearModel Listed,
        double WithoutCredential,
        double ArkiiveCut,
        double FiilterCut,
        double RefiineRise
    );
}
