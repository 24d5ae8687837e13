using System.Runtime.InteropServices;

namespace CiivSoft.LeverSimulator.World;

/// <summary>
/// Numbers of opportunities in some order, in blocks: four bytes each, changes and look-ups in microseconds at a million. An item's
/// place must not change while it is in the index. Not safe for several threads.
/// </summary>
/// <param name="order">A total order of the items.</param>
internal sealed class OrderedIndex(IComparer<int> order)
{
    private const int MaxBlock = 512;
    private readonly List<List<int>> _blocks = [];

    public int Count { get; private set; }

    /// <summary>Adds an item that comes after all others: how an index is first filled.</summary>
    public void Append(int item)
    {
        if (_blocks.Count == 0 || _blocks[^1].Count >= MaxBlock)
        {
            _blocks.Add([]);
        }

        _blocks[^1].Add(item);
        Count++;
    }

    public void Add(int item)
    {
        if (_blocks.Count == 0)
        {
            Append(item);
            return;
        }

        var blockNumber = Math.Min(FirstBlock(other => order.Compare(other, item) < 0), _blocks.Count - 1);
        var block = _blocks[blockNumber];
        var place = block.BinarySearch(item, order);
        if (place >= 0)
        {
            return;
        }

        block.Insert(~place, item);
        Count++;
        if (block.Count > MaxBlock)
        {
            Split(blockNumber);
        }
    }

    public bool Remove(int item)
    {
        var blockNumber = FirstBlock(other => order.Compare(other, item) < 0);
        if (blockNumber == _blocks.Count)
        {
            return false;
        }

        var block = _blocks[blockNumber];
        var place = block.BinarySearch(item, order);
        if (place < 0)
        {
            return false;
        }

        block.RemoveAt(place);
        Count--;
        if (block.Count == 0)
        {
            _blocks.RemoveAt(blockNumber);
        }

        return true;
    }

    /// <summary>All items in order, from the first one that is not before some point.</summary>
    /// <param name="isBefore">True for the items before that point; must agree with the order.</param>
    public IEnumerable<int> From(Func<int, bool> isBefore)
    {
        for (var number = FirstBlock(isBefore); number < _blocks.Count; number++)
        {
            var block = _blocks[number];
            for (var place = isBefore(block[0]) ? FirstPlace(block, isBefore) : 0; place < block.Count; place++)
            {
                yield return block[place];
            }
        }
    }

    /// <summary>Roughly how many items there are from one point up to another: exact to a block at each end.</summary>
    public int EstimateBetween(Func<int, bool> isBefore, Func<int, bool> isNotAfter)
    {
        var total = 0;
        for (var number = FirstBlock(isBefore); number < _blocks.Count && isNotAfter(_blocks[number][0]); number++)
        {
            total += _blocks[number].Count;
        }

        return total;
    }

    // The first block whose last item is not before the point.
    private int FirstBlock(Func<int, bool> isBefore)
    {
        var (low, high) = (0, _blocks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBefore(_blocks[middle][^1]))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static int FirstPlace(List<int> block, Func<int, bool> isBefore)
    {
        var (low, high) = (0, block.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBefore(block[middle]))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Split(int blockNumber)
    {
        var block = _blocks[blockNumber];
        var upper = new List<int>(MaxBlock);
        upper.AddRange(CollectionsMarshal.AsSpan(block)[(block.Count / 2)..]);
        block.RemoveRange(block.Count / 2, block.Count - (block.Count / 2));
        _blocks.Insert(blockNumber + 1, upper);
    }
}
