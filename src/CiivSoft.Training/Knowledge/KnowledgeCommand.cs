namespace CiivSoft.Training.Knowledge;

internal static class KnowledgeCommand
{
    public const string Usage = "knowledge --taxonomies FOLDER [--out FILE]";

    public static int Run(CommandOptions options)
    {
        KnowledgeTraining.Run(
            options.Required("taxonomies"),
            options.Text("out", "src/CiivSoft.Matching/Models/knowledge.bin")
        );
        return 0;
    }
}
