namespace TechBroker.Matching.Quantities;

/// <summary>What a simple unit measures. Numbers are kept in snapshots: none is used again.</summary>
internal enum Kind : byte
{
    None = 0,
    Share = 1,
    Voltage = 2,
    Current = 3,
    Charge = 4,
    Power = 5,
    Energy = 6,
    Length = 8,
    Area = 9,
    Volume = 10,
    Mass = 11,
    Pressure = 13,
    Temperature = 14,
    Time = 15,
    Frequency = 16,
    Mesh = 17,
    Concentration = 18,
    Cycles = 19,
    Force = 20,
    Torque = 21,
    Conductance = 22,
    Resistance = 23,
    ResistanceOfArea = 24,
    ThermalConductivity = 25,
    Viscosity = 26,
    DataRate = 27,
    Noise = 28,
    Operations = 29,
    GasVolume = 30,
}

/// <summary>What is measured: one kind, or one per another. Values of one dimension can be compared, of two never.</summary>
internal readonly record struct Dimension(Kind Of, Kind Per = Kind.None)
{
    /// <summary>Whether the unit alone says what is measured: whoever states Wh/kg speaks of the energy a mass holds.</summary>
    public bool IsTelling => (Of, Per) is (Kind.Energy or Kind.Charge or Kind.Torque or Kind.Power, Kind.Mass) or (Kind.Mass or Kind.Operations, Kind.Power)
        or (Kind.Conductance, Kind.Length) or (Kind.Energy, Kind.GasVolume) or (Kind.ThermalConductivity or Kind.ResistanceOfArea, Kind.None);

    public override string ToString() => Per == Kind.None ? $"{Of}" : $"{Of}/{Per}";
}
