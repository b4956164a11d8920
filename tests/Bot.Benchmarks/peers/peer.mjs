// peer.mjs NAME FILE EVERY: a reader that others wrote, with the texts of each EVERYth line of FILE (JSON Lines of a "text", or
// of a "file" that holds it). At each line of standard input it reads all texts once, and answers with the seconds of processor
// time that took.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

async function openWink(stages) {
  const { default: open } = await import("wink-nlp");
  const { default: model } = await import("wink-eng-lite-web-model");
  return open(model, stages);
}

const readers = {
  // Sentences and parts of speech: the least that wink does which is of use.
  "wink-tags": async () => {
    const wink = await openWink(["sbd", "pos"]);
    return (text) => wink.readDoc(text).tokens().out(wink.its.pos).length;
  },
  // All that wink knows of a text as it is opened by default: tags, sentences, entities, negation, sentiment.
  wink: async () => {
    const wink = await openWink();
    return (text) => {
      const read = wink.readDoc(text);
      return read.tokens().out(wink.its.pos).length + read.sentences().length() + read.entities().length();
    };
  },
  // Tags, then the names that they tell.
  compromise: async () => {
    const { default: compromise } = await import("compromise");
    return (text) => {
      const read = compromise(text);
      return read.people().length + read.places().length + read.organizations().length;
    };
  },
  // Feeds; what it refuses to read costs it less than what it reads.
  "rss-parser": async () => {
    const { default: Parser } = await import("rss-parser");
    const parser = new Parser();
    return (text) => parser.parseString(text).then((feed) => feed.items.length, () => 0);
  },
};

const [name, file, every] = process.argv.slice(2);
const read = await readers[name]();
const texts = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.trim())
  .filter((_, i) => i % Number(every) === 0)
  .map((line) => JSON.parse(line))
  .map(({ text, file }) => text ?? readFileSync(file, "utf8"));

for await (const _ of createInterface({ input: process.stdin })) {
  const before = process.cpuUsage();
  let found = 0;
  for (const text of texts) found += await read(text);
  const { user, system } = process.cpuUsage(before);
  if (found === 0) throw new Error(`${name} found nothing`);
  process.stdout.write(`${(user + system) / 1e6}\n`);
}
