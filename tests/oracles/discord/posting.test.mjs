import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AttachmentBuilder, ChannelType, DiscordAPIError, EmbedBuilder } from "discord.js";
import { refused, startEmulator } from "./emulator.mjs";

let emulator;
before(async () => (emulator = await startEmulator()));
after(() => emulator.stop());

const fields = (count, name = "n", value = "v") => Array.from({ length: count }, () => ({ name, value }));
const row = (...components) => ({ type: 1, components });
const button = (custom_id, label = "b") => ({ type: 2, style: 1, custom_id, label });

test("a message is posted, edited and deleted, and a file comes along", async (t) => {
  const room = await emulator.room();
  const client = await emulator.login(t, room);
  const channel = await client.channels.fetch(room.channel);
  const file = new AttachmentBuilder(Buffer.from("a,b"), { name: "table.csv" });
  const sent = await channel.send({ content: "  News  ", files: [file] });
  assert.equal(sent.content, "News");
  assert.equal(sent.attachments.first().name, "table.csv");
  await sent.edit("Newer news");
  assert.match((await emulator.order("transcript", { channel: room.channel })).text, /\(edited\):\nNewer news\n\[file/);
  await sent.delete();
  assert.equal((await emulator.order("transcript", { channel: room.channel })).text, "");
});

test("the same nonce gives the same message, in each channel for itself", async () => {
  const room = await emulator.room();
  const rest = emulator.rest(room);
  const body = { content: "Digest", nonce: "digest-7", enforce_nonce: true };
  const first = await rest.post(`/channels/${room.channel}/messages`, { body });
  const again = await rest.post(`/channels/${room.channel}/messages`, { body });
  assert.equal(first.id, again.id);
  assert.equal(first.nonce, "digest-7");
  const other = await emulator.channel(room.guild, "text", "other");
  const elsewhere = await rest.post(`/channels/${other}/messages`, { body });
  assert.notEqual(first.id, elsewhere.id);
  assert.equal(elsewhere.channel_id, other);
});

test("a forum takes a post with its tag, and none without where it requires one", async (t) => {
  const room = await emulator.room();
  const forum = await emulator.channel(room.guild, "forum", "papers", { requires_tag: true, tags: ["politics"] });
  const client = await emulator.login(t, room);
  const channel = await client.channels.fetch(forum);
  assert.equal(channel.type, ChannelType.GuildForum);
  const tag = channel.availableTags.find((a) => a.name === "politics").id;
  const post = { name: "Monday", message: { content: "The digest" } };
  const thread = await channel.threads.create({ ...post, appliedTags: [tag] });
  assert.equal(thread.name, "Monday");
  assert.deepEqual(thread.appliedTags, [tag]);
  await thread.send("A second page");
  assert.match((await emulator.order("transcript", { channel: thread.id })).text, /The digest\n\n.*\nA second page\n$/);
  await assert.rejects(channel.threads.create(post), refused(400, 40067));
  await assert.rejects(emulator.rest(room).post(`/channels/${forum}/messages`, { body: { content: "a" } }), refused(400, 50008));
});

test("a thread is opened in a channel and on a message, and only once on one", async (t) => {
  const room = await emulator.room();
  const client = await emulator.login(t, room);
  const channel = await client.channels.fetch(room.channel);
  const bare = await channel.threads.create({ name: "Talk", type: ChannelType.PublicThread });
  await bare.setArchived(true);
  await bare.send("Woken");
  const message = await channel.send("News");
  const hung = await message.startThread({ name: "About it" });
  assert.equal(hung.id, message.id);
  const path = `/channels/${room.channel}/messages/${message.id}/threads`;
  await assert.rejects(emulator.rest(room).post(path, { body: { name: "Again" } }), refused(400, 160004));
  await emulator.order("archives", { channel: hung.id, locked: true });
  await assert.rejects(hung.send("a"), refused(400, 50083));
});

test("a private thread is opened where there may be one, and is what a thread without a type is", async (t) => {
  const room = await emulator.room();
  const client = await emulator.login(t, room);
  const channel = await client.channels.fetch(room.channel);
  const closed = await channel.threads.create({ name: "A few", type: ChannelType.PrivateThread, invitable: true });
  assert.equal(closed.type, ChannelType.PrivateThread);
  assert.equal(closed.invitable, true);
  await closed.send("Among us");
  const rest = emulator.rest(room);
  const bare = await rest.post(`/channels/${room.channel}/threads`, { body: { name: "Bare" } });
  assert.equal(bare.type, ChannelType.PrivateThread);
  const paper = await emulator.channel(room.guild, "announcement", "paper");
  await assert.rejects(rest.post(`/channels/${paper}/threads`, { body: { name: "Bare" } }), refused(400, 50035));
  await emulator.order("overwrite", { channel: room.channel, bot: room.bot, deny: "CreatePrivateThreads" });
  await assert.rejects(rest.post(`/channels/${room.channel}/threads`, { body: { name: "No" } }), refused(403, 50013));
});

test("an announcement is published once, and elsewhere not at all", async (t) => {
  const room = await emulator.room();
  const client = await emulator.login(t, room);
  const paper = await client.channels.fetch(await emulator.channel(room.guild, "announcement", "paper"));
  const sent = await paper.send("Extra!");
  await sent.crosspost();
  assert.match((await emulator.order("transcript", { channel: paper.id })).text, /\(published\):\nExtra!\n$/);
  await assert.rejects(sent.crosspost(), refused(400, 40033));
  const plain = await (await client.channels.fetch(room.channel)).send("a");
  await assert.rejects(plain.crosspost(), refused(400, 50024));
});

test("what is missing is named: sight, speech, embeds, files, messages, channels, servers", async () => {
  const room = await emulator.room();
  const rest = emulator.rest(room);
  const path = `/channels/${room.channel}/messages`;
  const deny = (permissions) => emulator.order("overwrite", { channel: room.channel, bot: room.bot, deny: permissions });
  await deny("EmbedLinks");
  await assert.rejects(rest.post(path, { body: { embeds: [{ title: "a" }] } }), refused(403, 50013));
  await deny("SendMessages");
  await assert.rejects(rest.post(path, { body: { content: "a" } }), refused(403, 50013));
  await deny("ViewChannel");
  await assert.rejects(rest.post(path, { body: { content: "a" } }), refused(403, 50001));
  await assert.rejects(rest.get("/channels/1/messages"), refused(404, 10003));
  await deny("None");
  await assert.rejects(rest.patch(`${path}/1`, { body: { content: "a" } }), refused(404, 10008));
  await assert.rejects(rest.get("/guilds/1"), refused(404, 10004));
  await emulator.order("removes", { guild: room.guild, bot: room.bot });
  await assert.rejects(rest.get(`/channels/${room.channel}`), refused(403, 50001));
  await emulator.order("deletes", { channel: room.channel });
  await assert.rejects(rest.get(`/channels/${room.channel}`), refused(404, 10003));
});

const tooMuch = {
  "content of 2001": [{ content: "a".repeat(2001) }, ["content"]],
  "eleven embeds": [{ embeds: Array.from({ length: 11 }, () => ({ title: "a" })) }, ["embeds"]],
  "a title of 257": [{ embeds: [{ title: "a".repeat(257) }] }, ["embeds", "0", "title"]],
  "a description of 4097": [{ embeds: [{ description: "a".repeat(4097) }] }, ["embeds", "0", "description"]],
  "26 fields": [{ embeds: [{ fields: fields(26) }] }, ["embeds", "0", "fields"]],
  "a field's name of 257": [{ embeds: [{ fields: fields(1, "a".repeat(257)) }] }, ["embeds", "0", "fields", "0", "name"]],
  "a field's value of 1025": [{ embeds: [{ fields: fields(1, "n", "a".repeat(1025)) }] }, ["embeds", "0", "fields", "0", "value"]],
  "a footer of 2049": [{ embeds: [{ footer: { text: "a".repeat(2049) } }] }, ["embeds", "0", "footer", "text"]],
  "an author of 257": [{ embeds: [{ author: { name: "a".repeat(257) } }] }, ["embeds", "0", "author", "name"]],
  "6001 over all embeds": [
    { embeds: [{ description: "a".repeat(4000) }, { description: "a".repeat(2001) }] },
    ["embeds"],
  ],
  "six rows": [{ content: "a", components: Array.from({ length: 6 }, (_, i) => row(button(`${i}`))) }, ["components"]],
  "six buttons": [
    { content: "a", components: [row(...Array.from({ length: 6 }, (_, i) => button(`${i}`)))] },
    ["components", "0", "components"],
  ],
  "a custom id twice": [
    { content: "a", components: [row(button("x"), button("x"))] },
    ["components", "0", "components", "1", "custom_id"],
  ],
  "a custom id of 101": [
    { content: "a", components: [row(button("x".repeat(101)))] },
    ["components", "0", "components", "0", "custom_id"],
  ],
  "a label of 81": [
    { content: "a", components: [row(button("x", "a".repeat(81)))] },
    ["components", "0", "components", "0", "label"],
  ],
  "26 options": [
    {
      content: "a",
      components: [
        row({ type: 3, custom_id: "s", options: Array.from({ length: 26 }, (_, i) => ({ label: "a", value: `${i}` })) }),
      ],
    },
    ["components", "0", "components", "0", "options"],
  ],
  "a nonce of 26": [{ content: "a", nonce: "n".repeat(26) }, ["nonce"]],
};

for (const [what, [body, path]] of Object.entries(tooMuch))
  test(`${what} does not fit, and the error says where`, async () => {
    const room = await emulator.room();
    await assert.rejects(emulator.rest(room).post(`/channels/${room.channel}/messages`, { body }), (error) => {
      assert.ok(error instanceof DiscordAPIError);
      assert.equal(error.code, 50035);
      const place = path.reduce((tree, step) => tree?.[step], error.rawError.errors);
      assert.ok(place?._errors?.length > 0, JSON.stringify(error.rawError.errors));
      return true;
    });
  });

test("as much as there may be fits", async (t) => {
  const room = await emulator.room();
  const client = await emulator.login(t, room);
  const channel = await client.channels.fetch(room.channel);
  const embeds = [new EmbedBuilder().setDescription("a".repeat(4096)), new EmbedBuilder().setDescription("b".repeat(1904))];
  const sent = await channel.send({ content: "a".repeat(2000), embeds });
  assert.equal(sent.embeds.length, 2);
});

test("an empty message is none", async () => {
  const room = await emulator.room();
  const path = `/channels/${room.channel}/messages`;
  await assert.rejects(emulator.rest(room).post(path, { body: { content: " " } }), refused(400, 50006));
});

const badCommands = {
  "a name in capitals": { name: "Quotes", description: "d" },
  "no description": { name: "quotes" },
  "an unknown locale": { name: "quotes", description: "d", name_localizations: { xx: "quotes" } },
  "26 choices": {
    name: "quotes",
    description: "d",
    options: [{ type: 3, name: "o", description: "d", choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) }],
  },
  "a required option after one that is not": {
    name: "quotes",
    description: "d",
    options: [
      { type: 3, name: "o", description: "d" },
      { type: 3, name: "p", description: "d", required: true },
    ],
  },
};

for (const [what, command] of Object.entries(badCommands))
  test(`a command with ${what} is not taken`, async () => {
    const room = await emulator.room();
    const path = `/applications/${room.bot}/commands`;
    await assert.rejects(emulator.rest(room).put(path, { body: [command] }), refused(400, 50035));
  });

test("who is mentioned is rung unless that is not allowed", async (t) => {
  const room = await emulator.room();
  const client = await emulator.login(t, room);
  const channel = await client.channels.fetch(room.channel);
  const content = `<@${room.ann}> and @everyone`;
  await channel.send({ content, allowedMentions: { parse: [] } });
  assert.deepEqual(await emulator.order("pings"), []);
  await channel.send({ content, allowedMentions: { parse: ["users"] } });
  assert.deepEqual(await emulator.order("pings"), ["@Ann"]);
});

test("nothing that the emulator answered was unlike the official description", async () => {
  assert.deepEqual(await emulator.order("misprints"), []);
});
