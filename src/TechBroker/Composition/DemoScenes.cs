namespace TechBroker.Composition;

/// <summary>What the pictures of the demo's first releases show, by the scene's name in deploy/demo/first-releases.jsonl.</summary>
internal static class DemoScenes
{
    private const int White = 0xFFFFFF, Ink = 0x16202E, Orange = 0xF28C28;

    public static byte[] Png(string scene) => (scene switch
    {
        "orchard" => Orchard(),
        "magnet" => Magnet(),
        "road" => Road(),
        "waves" => Waves(),
        "orbit" => Orbit(),
        "lattice" => Lattice(),
        "turbine" => Turbine(),
        "battery" => Battery(),
        "joint" => Joint(),
        _ => throw new ArgumentOutOfRangeException(nameof(scene), scene, "deploy/demo/first-releases.jsonl names a scene that nobody has drawn."),
    }).Png();

    private static DemoDrawing Orchard()
    {
        var drawing = new DemoDrawing(0xDDF0E3, 0x9CCDA8);
        for (var i = 0; i < 4; i++)
        {
            drawing.Line(150 + i * 230, 640, 150 + i * 230, 300, 18, 0x7A5A43);
            drawing.Disc(150 + i * 230, 250, 128, 0x4E9A62).Disc(110 + i * 230, 225, 84, 0x5DAB72, 0.8f);
        }

        foreach (var (x, y) in ((float, float)[])[(110, 220), (205, 275), (330, 300), (420, 205), (590, 300), (655, 215), (800, 240), (880, 300)])
        {
            drawing.Disc(x, y, 24, 0xD8432F).Disc(x - 8, y - 8, 7, White, 0.45f);
        }

        return drawing.Line(560, 640, 520, 470, 34, Ink).Line(520, 470, 625, 390, 28, 0x33455C).Disc(520, 470, 26, Orange)
            .Line(625, 390, 668, 372, 10, Ink).Line(625, 390, 640, 344, 10, Ink).Disc(625, 390, 17, Orange).Disc(672, 330, 26, 0xD8432F).Disc(664, 322, 8, White, 0.45f);
    }

    private static DemoDrawing Magnet()
    {
        var drawing = new DemoDrawing(0xE7EEF7, 0xB9CCE4).Disc(480, 330, 262, 0xF8FAFD).Ring(480, 330, 262, 6, 0x9DB3CC);
        for (var i = 0; i < 5; i++)
        {
            drawing.Ring(480, 330, 230 - i * 22, 8, 0x3B6EA8, 0.9f - i * 0.15f);
        }

        return drawing.Disc(480, 330, 118, 0x1B2D45).Disc(480, 330, 104, 0x2B4365).Box(300, 372, 360, 26, 13, 0xF3F6FA).Box(260, 398, 440, 18, 9, 0xC9D6E6)
            .Disc(480, 346, 24, 0xE9B990).Box(448, 352, 150, 24, 12, 0x7FB0E0);
    }

    private static DemoDrawing Road()
    {
        var drawing = new DemoDrawing(0xF9DDBB, 0xE08A5B).Disc(480, 300, 92, 0xFFF1D6, 0.9f);
        for (var y = 300; y < 640; y += 2)
        {
            var half = 14 + (y - 300) * 1.15f;
            drawing.Box(480 - half, y, half * 2, 3, 0, 0x3A4350);
        }

        drawing.Box(0, 298, 960, 5, 0, 0x6E4B3F, 0.6f);
        for (var i = 0; i < 5; i++)
        {
            drawing.Box(477 - i * 1.5f, 318 + i * i * 17, 6 + i * 3, 10 + i * 10, 2, 0xF6E7C8);
        }

        for (var i = 0; i < 4; i++)
        {
            drawing.Ring(480, 640, 330 - i * 62, 5, White, 0.25f + i * 0.16f);
        }

        return drawing.Box(400, 500, 160, 150, 18, 0x24527A).Box(418, 520, 124, 52, 10, 0xBFE0F2).Disc(424, 600, 13, 0xFFE9A8).Disc(536, 600, 13, 0xFFE9A8).Box(440, 590, 80, 22, 6, 0x183A57);
    }

    private static DemoDrawing Waves()
    {
        var drawing = new DemoDrawing(0xEDE7FA, 0xC6B8EE);
        int[] colours = [0x6A4FC4, 0x8F74DE, 0x3FA7A0, Orange];
        for (var line = 0; line < 4; line++)
        {
            var last = 0f;
            for (var x = 0; x <= 960; x += 6)
            {
                var near = MathF.Exp(-MathF.Pow((x - 560f) / 190, 2));
                var y = 170 + line * 90 + (MathF.Sin(x * (0.035f + line * 0.011f)) * (12 + 46 * near));
                if (x > 0)
                {
                    drawing.Line(x - 6, last, x, y, 5, colours[line], 0.95f);
                }

                last = y;
            }
        }

        return drawing.Disc(150, 305, 96, White, 0.92f).Ring(150, 305, 96, 5, 0x6A4FC4).Disc(150, 270, 13, 0x6A4FC4).Disc(108, 320, 13, 0x8F74DE).Disc(192, 320, 13, 0x3FA7A0)
            .Line(150, 270, 108, 320, 4, 0x6A4FC4).Line(150, 270, 192, 320, 4, 0x6A4FC4).Line(108, 320, 192, 320, 4, 0x6A4FC4);
    }

    private static DemoDrawing Orbit()
    {
        var drawing = new DemoDrawing(0x0B1530, 0x27407A);
        for (var i = 0; i < 90; i++)
        {
            // Scattered, and the same each time.
            drawing.Disc(i * 397 % 960, i * 211 % 470, 1 + i % 3 * 0.6f, White, 0.3f + i % 5 * 0.12f);
        }

        drawing.Disc(480, 1010, 560, 0x3C79C6).Disc(480, 1024, 560, 0x2B5FA6).Ring(480, 1010, 566, 5, 0x9CC8FF, 0.6f);
        drawing.Line(250, 236, 716, 168, 26, 0x63F0C8, 0.14f).Line(250, 236, 716, 168, 10, 0x63F0C8, 0.35f).Line(250, 236, 716, 168, 3, 0xE9FFF8);
        foreach (var (x, y) in ((float, float)[])[(230, 238), (736, 166)])
        {
            drawing.Box(x - 118, y - 24, 84, 48, 4, 0x3A6FD0).Box(x + 34, y - 24, 84, 48, 4, 0x3A6FD0).Line(x - 34, y, x + 34, y, 8, 0xB9C6DA).Box(x - 30, y - 34, 60, 68, 8, 0xE8EDF5).Disc(x, y, 15, Orange);
        }

        return drawing;
    }

    private static DemoDrawing Lattice()
    {
        var drawing = new DemoDrawing(0x101D2B, 0x1F4552);
        for (var row = 0; row < 6; row++)
        {
            for (var column = 0; column < 10; column++)
            {
                var (x, y) = (120f + column * 80, 120f + row * 80);
                if (column < 9)
                {
                    drawing.Line(x, y, x + 80, y, 3, 0x58D0C0, 0.35f);
                }

                if (row < 5)
                {
                    drawing.Line(x, y, x, y + 80, 3, 0x58D0C0, 0.35f);
                }

                var lit = (column * 7 + row * 11) % 5 == 0;
                drawing.Disc(x, y, lit ? 30 : 20, lit ? Orange : 0x58D0C0, 0.18f).Disc(x, y, lit ? 15 : 11, lit ? 0xFFC57A : 0x8FE9DC);
            }
        }

        return drawing;
    }

    private static DemoDrawing Turbine()
    {
        var drawing = new DemoDrawing(0xDCECF8, 0xA9CCE6).Disc(790, 130, 62, 0xFFF3D0).Disc(160, 760, 330, 0x86B58C).Disc(640, 830, 420, 0x74A67E);
        foreach (var (x, y, size) in ((float, float, float)[])[(760, 330, 0.55f), (330, 250, 1f)])
        {
            drawing.Line(x, y, x, y + 330 * size, 15 * size, White);
            for (var blade = 0; blade < 3; blade++)
            {
                var angle = 0.5f + blade * MathF.Tau / 3;
                drawing.Line(x, y, x + MathF.Cos(angle) * 190 * size, y + MathF.Sin(angle) * 190 * size, 13 * size, White);
            }

            drawing.Disc(x, y, 19 * size, 0x33455C).Disc(x, y, 8 * size, Orange);
        }

        for (var i = 1; i < 4; i++)
        {
            drawing.Ring(330, 250, 26 + i * 24, 4, Orange, 0.75f - i * 0.18f);
        }

        return drawing;
    }

    private static DemoDrawing Battery()
    {
        var drawing = new DemoDrawing(0xF4F3E2, 0xD2DEAE);
        for (var i = 0; i < 5; i++)
        {
            var x = 70f + i * 46;
            drawing.Line(x, 650, x + 12, -10, 22, i % 2 == 0 ? 0x7FA650 : 0x93B964);
            for (var y = 60 + i * 23; y < 640; y += 118)
            {
                drawing.Box(x - 12 + (640 - y) * 0.018f, y, 26, 6, 3, 0x5F823A);
            }
        }

        drawing.Box(400, 200, 430, 250, 34, 0x2C3E50).Box(830, 275, 34, 100, 14, 0x2C3E50).Box(418, 218, 394, 214, 24, 0xFBFCF5);
        for (var i = 0; i < 4; i++)
        {
            drawing.Box(438 + i * 92, 238, 76, 174, 14, i == 3 ? 0xDCE7C3 : 0x7FB347);
        }

        return drawing;
    }

    private static DemoDrawing Joint() => new DemoDrawing(0xEEF0F3, 0xC7CED8).Line(140, 560, 400, 350, 110, 0x4A5A70).Line(560, 290, 850, 110, 96, 0x5E7089)
        .Disc(480, 320, 168, 0x2F3D50).Ring(480, 320, 168, 10, 0x8FA0B6).Ring(480, 320, 118, 22, Orange).Disc(480, 320, 70, 0xE8ECF1).Disc(480, 320, 26, 0x2F3D50);
}
