using TechBroker.Matching.Quantities;

namespace TechBroker.Matching.Indexing;

/// <summary>An item's measures in the snapshot: their texts are not read again on loading.</summary>
internal static class MeasureCode
{
    public static void Write(Measure[] measures, ByteWriter bytes)
    {
        bytes.Number(measures.Length);
        foreach (var measure in measures)
        {
            bytes.Byte((byte)measure.Dimension.Of);
            bytes.Byte((byte)measure.Dimension.Per);
            bytes.Long(((long)measure.Head << 32) | measure.Which);
            bytes.Long(((long)BitConverter.SingleToInt32Bits(measure.Low) << 32) | BitConverter.SingleToUInt32Bits(measure.High));
        }
    }

    public static Measure[] Read(ref ByteReader bytes)
    {
        var count = bytes.Number();
        var measures = count == 0 ? [] : new Measure[count];
        for (var i = 0; i < count; i++)
        {
            var dimension = new Dimension((Kind)bytes.Byte(), (Kind)bytes.Byte());
            var (names, values) = (bytes.Long(), bytes.Long());
            measures[i] = new Measure(
                dimension, (uint)(names >>> 32), (uint)names, BitConverter.Int32BitsToSingle((int)(values >> 32)), BitConverter.Int32BitsToSingle((int)values));
        }

        return measures;
    }
}
