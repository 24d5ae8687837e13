namespace CiivSoft.LeverSimulator.Generation.People;

/// <summary>What decides a person; all else of them follows from the dice.</summary>
/// <param name="Seed">The world's seed.</param>
/// <param name="Number">The person's number in the world.</param>
/// <param name="Occupation">What they do now.</param>
/// <param name="Level">How far they have come, 1 to <see cref="Occupation.TopLevel"/>.</param>
/// <param name="Now">The month in which their career is looked at from its end.</param>
/// <param name="IsAbroad">Whether they live outside the company's country.</param>
internal sealed record PersonSeed(int Seed, int Number, Occupation Occupation, int Level, Month Now, bool IsAbroad)
{
    public Dice Dice(string part) => Generation.Dice.For(Seed, part, Number);
}
