using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CiivSoft.Dashboard.Components;

/// <summary>
/// A number in a form. One out of bounds, or none where one is needed, is not taken; the form's summary says so with the
/// field's <see cref="InputBase{TValue}.DisplayName"/>, and the form cannot be saved.
/// </summary>
/// <typeparam name="TValue">A nullable one may be empty.</typeparam>
public sealed class NumberField<TValue> : InputNumber<TValue>
{
    /// <summary>The least that is taken.</summary>
    [Parameter, EditorRequired]
    public double Min { get; set; }

    /// <summary>The most that is taken.</summary>
    [Parameter, EditorRequired]
    public double Max { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        AdditionalAttributes = new Dictionary<string, object>(AdditionalAttributes ?? new Dictionary<string, object>())
        {
            ["min"] = Text(Min),
            ["max"] = Text(Max),
        };
    }

    /// <inheritdoc/>
    protected override bool TryParseValueFromString(
        string? value,
        [MaybeNullWhen(false)] out TValue result,
        [NotNullWhen(false)] out string? validationErrorMessage
    )
    {
        if (base.TryParseValueFromString(value, out result, out _) && IsWithin(result))
        {
            validationErrorMessage = null;
            return true;
        }

        validationErrorMessage = Describe();
        return false;
    }

    private bool IsWithin(TValue value) =>
        Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && number >= Min && number <= Max;

    private string Describe()
    {
        var what = typeof(TValue) == typeof(int) || typeof(TValue) == typeof(int?) ? "a whole number" : "a number";
        var orEmpty = Nullable.GetUnderlyingType(typeof(TValue)) is null ? "" : ", or empty";
        return $"{DisplayName} must be {what} from {Text(Min)} to {Text(Max)}{orEmpty}.";
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
