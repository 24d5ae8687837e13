using System.Text;
using CiivSoft.Documents.Reading;

namespace CiivSoft.DocumentWorker;

/// <summary>Compiles and loads what the first documents need, before any document's time is measured.</summary>
internal static class WarmUp
{
    public static void Run()
    {
        DocumentInterpreter.Read(Encoding.UTF8.GetBytes("Résumé\nWarm-up of a new worker"), "warm-up.txt");
    }
}
