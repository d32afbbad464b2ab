using TechBroker.Dictionaries;

// dotnet TechBroker.Dictionaries.dll PACKAGES OUTPUT: compiles the word lists of the npm packages in the folder PACKAGES into one file.
var (packages, output) = (args[0], args[1]);
string PathOf(string file) => Path.Combine(packages, file.Replace('/', Path.DirectorySeparatorChar));

var frequencies = Jieba.Frequencies(File.ReadLines(PathOf("@node-rs/jieba/dict.txt")));
var rarities = Jieba.Rarities(File.ReadLines(PathOf("@node-rs/jieba/idf.txt")));
var headwords = Cedict.Read(File.ReadAllText(PathOf("hanzi/lib/data/cedict_ts.u8.js"))).ToList();
var traditional = OpenCc.Read(File.ReadAllText(PathOf("opencc-js/dist/esm-lib/dict/TSCharacters.js")));

// Written beside its place and moved there whole: a build that is broken off leaves nothing that looks finished.
var unfinished = $"{output}.{Environment.ProcessId}";
using (var writer = new BinaryWriter(File.Create(unfinished)))
{
    LexiconFile.Write(writer, frequencies, rarities, headwords, traditional);
}

File.Move(unfinished, output, overwrite: true);
