using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CiivSoft.Matching.Tests.Embeddings.FastText;

/// <summary>
/// The reference implementation: Debian's <c>fasttext</c> trains small models on text made here, and a few lines of C++
/// over its library print vectors with all their digits (the command line rounds to five).
/// </summary>
public sealed class FastTextReference : IDisposable
{
    public const string Missing =
        "The reference is not installed: apt-get install fasttext libfasttext-dev g++ to compare with it.";

    private const string Printer = """
        #include <fasttext/fasttext.h>
        #include <cstdio>
        #include <iostream>
        #include <sstream>
        int main(int, char** args) {
          fasttext::FastText model;
          model.loadModel(std::string(args[1]));
          fasttext::Vector vector(model.getDimension());
          for (std::string line; std::getline(std::cin, line);) {
            if (std::string(args[2]) == "word") {
              model.getWordVector(vector, line);
            } else {
              std::istringstream text(line + "\n");
              model.getSentenceVector(text, vector);
            }
            for (int i = 0; i < vector.size(); i++) std::printf("%.9g ", vector[i]);
            std::printf("\n");
          }
        }
        """;

    private static readonly string[] Vocabulary =
    [
        .. "nurse nurses ward patient Krankenpfleger Ärztin 看護師 développeur C++ c# SQL data engineer accountant".Split(
            ' '
        ),
        .. Enumerable.Range(0, 300).Select(i => $"w{i * 7919 % 1000:x}r{i % 13}"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("fasttext-reference-").FullName;

    public bool IsInstalled { get; } =
        File.Exists("/usr/bin/fasttext") && File.Exists("/usr/include/fasttext/fasttext.h");

    public async Task<string> TrainAsync(string kind, string name, string options)
    {
        var input = PathOf("text.txt");
        if (!File.Exists(input))
        {
            await File.WriteAllLinesAsync(input, Lines());
            await File.WriteAllTextAsync(PathOf("printer.cc"), Printer);
            await RunAsync("g++", $"-O1 -o {PathOf("printer")} {PathOf("printer.cc")} -lfasttext", "");
        }
        var output = PathOf(name);
        await RunAsync(
            "fasttext",
            $"{kind} -input {input} -output {output} -thread 1 -epoch 2 -verbose 0 {options}",
            ""
        );
        return $"{output}.{(kind is "quantize" ? "ftz" : "bin")}";
    }

    public async Task<IReadOnlyList<float[]>> VectorsAsync(string model, string what, IEnumerable<string> lines)
    {
        var printed = await RunAsync(PathOf("printer"), $"{model} {what}", string.Join('\n', lines) + "\n");
        return [.. printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseVector)];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static IEnumerable<string> Lines()
    {
        var random = new Random(7);
        for (var line = 0; line < 600; line++)
        {
            var topic = random.Next(4);
            var words = Enumerable
                .Range(0, 12)
                .Select(_ => Vocabulary[((topic * 70) + random.Next(100)) % Vocabulary.Length]);
            // Quantizing the output takes at least 256 labels.
            yield return $"__label__topic{topic} __label__n{line % 300} {string.Join(' ', words)}";
        }
    }

    private static float[] ParseVector(string line) =>
        [
            .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(number => float.Parse(number, CultureInfo.InvariantCulture)),
        ];

    private static async Task<string> RunAsync(string program, string arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Process.Start(start).ShouldNotBeNull();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        process.ExitCode.ShouldBe(0, $"{program} {arguments}: {await errors}");
        return await output;
    }
}
