import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { once, refused, startEmulator } from "./emulator.mjs";

let emulator;
before(async () => (emulator = await startEmulator()));
after(() => emulator.stop());

const commands = () => [
  new SlashCommandBuilder()
    .setName("quotes")
    .setDescription("What was said")
    .setDescriptionLocalizations({ de: "Was gesagt wurde" })
    .addStringOption((o) => o.setName("by").setDescription("Who said it").setAutocomplete(true))
    .toJSON(),
  new SlashCommandBuilder()
    .setName("digest")
    .setDescription("The digest of this channel")
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((s) =>
      s
        .setName("add")
        .setDescription("A new one")
        .addChannelOption((o) => o.setName("to").setDescription("Where to").setRequired(true))
        .addIntegerOption((o) => o.setName("most").setDescription("How many articles")),
    )
    .toJSON(),
  { type: 3, name: "Quotes" },
];

/** A room, a client that is logged in, and its commands registered. */
async function open(t) {
  const room = await emulator.room("SendMessages");
  const client = await emulator.login(t, room);
  await client.application.commands.set(commands());
  const on = { person: room.ann, channel: room.channel };
  return { room, client, on, asked: once((done) => client.once("interactionCreate", done)) };
}

test("commands are registered, keep their numbers when set again, and come back with their translations", async (t) => {
  const { client } = await open(t);
  const first = await client.application.commands.fetch({ withLocalizations: true });
  const again = await client.application.commands.set(commands());
  assert.deepEqual([...first.keys()].sort(), [...again.keys()].sort());
  assert.deepEqual(
    first.map((c) => c.version).sort(),
    again.map((c) => c.version).sort(),
  );
  const digest = first.find((c) => c.name === "digest");
  assert.equal(digest.defaultMemberPermissions.bitfield, PermissionFlagsBits.ManageGuild);
  assert.equal(first.find((c) => c.name === "quotes").descriptionLocalizations.de, "Was gesagt wurde");
  const changed = await client.application.commands.set(commands().slice(1));
  assert.equal(changed.size, 2);
});

test("a command comes with who asked, what they may do and their language, and is answered", async (t) => {
  const { room, on, asked } = await open(t);
  const { id } = await emulator.order("uses", { ...on, command: "quotes", options: { by: "putin" } });
  const interaction = await asked;
  assert.equal(interaction.commandName, "quotes");
  assert.equal(interaction.options.getString("by"), "putin");
  assert.equal(interaction.locale, "de");
  assert.equal(interaction.guildLocale, "en-GB");
  assert.equal(interaction.guildId, room.guild);
  assert.ok(interaction.memberPermissions.has(PermissionFlagsBits.Administrator));
  assert.ok(interaction.appPermissions.has(PermissionFlagsBits.SendMessages));
  const embed = new EmbedBuilder().setTitle("Talks").setURL("https://example.org/a").setDescription("“No,” he said.");
  const { resource } = await interaction.reply({ content: "One quote:", embeds: [embed], withResponse: true });
  assert.equal(resource.message.content, "One quote:");
  const { text } = await emulator.order("answer", { interaction: id });
  assert.equal(
    text,
    `${interaction.client.user.username}, to Ann's /quotes by:putin:\nOne quote:\n| [Talks](https://example.org/a)\n| “No,” he said.\n`,
  );
});

test("a command in a command comes with the channel that was chosen and what the bot may do there", async (t) => {
  const { room, on, asked } = await open(t);
  const options = { to: room.channel, most: 3 };
  await emulator.order("uses", { ...on, command: "digest add", options });
  const interaction = await asked;
  assert.equal(interaction.options.getSubcommand(), "add");
  assert.equal(interaction.options.getChannel("to").name, "news");
  assert.equal(interaction.options.getInteger("most"), 3);
  assert.ok(interaction.toJSON());
  await interaction.reply({ content: "Set.", flags: MessageFlags.Ephemeral });
  const { text } = await emulator.order("transcript", { channel: room.channel });
  assert.match(text, /\(only Ann sees this\):\nSet\.\n$/);
});

test("an answer that is deferred, filled in, edited, fetched, followed up and deleted", async (t) => {
  const { room, on, asked } = await open(t);
  const { id } = await emulator.order("uses", { ...on, command: "quotes" });
  const interaction = await asked;
  await interaction.deferReply();
  assert.match((await emulator.order("transcript", { channel: room.channel })).text, /is thinking…/);
  await interaction.editReply("Page 1");
  await interaction.editReply("Page 2");
  assert.equal((await interaction.fetchReply()).content, "Page 2");
  await interaction.followUp("And more.");
  const whisper = await interaction.followUp({ content: "For you.", flags: MessageFlags.Ephemeral });
  assert.ok(whisper.flags.has(MessageFlags.Ephemeral));
  await interaction.webhook.editMessage(whisper.id, { content: "For you alone." });
  const [more, alone] = await emulator.order("follow-ups", { interaction: id, count: 2 });
  assert.match(more, /And more\.\n$/);
  assert.match(alone, /only Ann sees this\) \(edited\):\nFor you alone\.\n$/);
  await interaction.deleteReply();
  const { text } = await emulator.order("transcript", { channel: room.channel });
  assert.doesNotMatch(text, /Page/);
});

test("what is handled twice is refused with 40060, by another client too", async (t) => {
  const { room, on, asked } = await open(t);
  await emulator.order("uses", { ...on, command: "quotes" });
  const interaction = await asked;
  await interaction.reply("Once.");
  const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
  const body = { type: 4, data: { content: "Twice." } };
  await assert.rejects(emulator.rest(room).post(path, { body, auth: false }), refused(400, 40060));
});

test("what is acknowledged after three seconds is unknown", async (t) => {
  const { on, asked } = await open(t);
  await emulator.order("uses", { ...on, command: "quotes" });
  const interaction = await asked;
  await new Promise((resolve) => setTimeout(resolve, 3100));
  await assert.rejects(interaction.reply("Late."), refused(404, 10062));
});

test("what is being typed is answered with choices", async (t) => {
  const { on, asked } = await open(t);
  const { id } = await emulator.order("types", { ...on, command: "quotes", option: "by", text: "pu" });
  const interaction = await asked;
  assert.ok(interaction.isAutocomplete());
  assert.deepEqual(interaction.options.getFocused(true).value, "pu");
  await interaction.respond([{ name: "Vladimir Putin", value: "putin" }]);
  assert.deepEqual(await emulator.order("choices", { interaction: id }), [{ name: "Vladimir Putin", value: "putin" }]);
});

test("a press edits its message in place, or is deferred first", async (t) => {
  const { room, client, on } = await open(t);
  const row = new ActionRowBuilder().addComponents(
    new ButtonBuilder().setCustomId("next").setLabel("Next").setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setURL("https://example.org").setLabel("Read").setStyle(ButtonStyle.Link),
  );
  const channel = await client.channels.fetch(room.channel);
  const message = await channel.send({ content: "Page 1", components: [row] });
  client.once("interactionCreate", (i) => i.update({ content: "Page 2" }));
  const first = await emulator.order("presses", { ...on, message: message.id, label: "Next" });
  assert.match((await emulator.order("answer", { interaction: first.id })).text, /\(edited\):\nPage 2\n\[Next\] \[Read\]\(/);
  client.once("interactionCreate", async (i) => {
    await i.deferUpdate();
    await i.editReply({ content: "Page 3", components: [] });
  });
  const second = await emulator.order("presses", { ...on, message: message.id, label: "Next" });
  assert.match((await emulator.order("answer", { interaction: second.id })).text, /Page 3\n$/);
});

test("a choice from a select comes with its values", async (t) => {
  const { room, client, on } = await open(t);
  const select = new StringSelectMenuBuilder()
    .setCustomId("zone")
    .setPlaceholder("Your zone")
    .addOptions({ label: "Berlin", value: "Europe/Berlin" }, { label: "Kyiv", value: "Europe/Kyiv" });
  const channel = await client.channels.fetch(room.channel);
  const message = await channel.send({ components: [new ActionRowBuilder().addComponents(select)] });
  client.once("interactionCreate", (i) => i.reply(`Chosen: ${i.values}`));
  const { id } = await emulator.order("chooses", { ...on, message: message.id, labels: ["Kyiv"] });
  assert.match((await emulator.order("answer", { interaction: id })).text, /Chosen: Europe\/Kyiv\n$/);
});

test("a modal is opened, filled in, sent and answered", async (t) => {
  const { client, on, asked } = await open(t);
  const { id } = await emulator.order("uses", { ...on, command: "quotes" });
  const interaction = await asked;
  const input = new TextInputBuilder().setCustomId("at").setLabel("When").setStyle(TextInputStyle.Short);
  const submitted = once((done) => client.once("interactionCreate", done));
  await interaction.showModal(
    new ModalBuilder()
      .setCustomId("time")
      .setTitle("The digest's time")
      .addComponents(new ActionRowBuilder().addComponents(input)),
  );
  assert.deepEqual(await emulator.order("modal", { interaction: id }), { title: "The digest's time", fields: ["When"] });
  const sent = await emulator.order("submits", { person: on.person, interaction: id, values: { When: "7:30" } });
  const form = await submitted;
  assert.ok(form.isModalSubmit());
  assert.equal(form.fields.getTextInputValue("at"), "7:30");
  await form.reply("At half past seven.");
  assert.match((await emulator.order("answer", { interaction: sent.id })).text, /At half past seven\.\n$/);
});

test("a command from a message's menu comes with the message", async (t) => {
  const { on, asked } = await open(t);
  const said = await emulator.order("says", { ...on, text: "“No,” said Putin." });
  const { id } = await emulator.order("uses/message", { ...on, message: said.id, command: "Quotes" });
  const interaction = await asked;
  assert.ok(interaction.isMessageContextMenuCommand());
  assert.equal(interaction.targetMessage.content, "“No,” said Putin.");
  await interaction.reply("One.");
  await emulator.order("answer", { interaction: id });
});

test("in direct messages there is a user and no member", async (t) => {
  const { room, asked } = await open(t);
  const { id: channel } = await emulator.order("channel", { kind: "direct", person: room.ann, bot: room.bot });
  await emulator.order("uses", { person: room.ann, channel, command: "quotes" });
  const interaction = await asked;
  assert.equal(interaction.guildId, null);
  assert.equal(interaction.user.id, room.ann);
  await interaction.reply("Here.");
});

for (const isCompressed of [false, true])
  test(`@discordjs/core answers, defers, edits and follows up, ${isCompressed ? "compressed" : "plain"}`, async (t) => {
    const room = await emulator.room();
    const { client } = await emulator.connect(t, room, { isCompressed });
    await client.api.applicationCommands.bulkOverwriteGlobalCommands(room.bot, commands());
    const heard = once((done) => client.once("INTERACTION_CREATE", done));
    const { id } = await emulator.order("uses", { person: room.ann, channel: room.channel, command: "quotes" });
    const { data, api } = await heard;
    await api.interactions.defer(data.id, data.token);
    await api.interactions.editReply(data.application_id, data.token, { content: "Long – “quoted” – text" });
    assert.equal((await api.interactions.getOriginalReply(data.application_id, data.token)).content.length, 22);
    await api.interactions.followUp(data.application_id, data.token, { content: "More" });
    await emulator.order("follow-ups", { interaction: id });
  });

test("nothing that the emulator answered was unlike the official description", async () => {
  assert.deepEqual(await emulator.order("misprints"), []);
});

// discord.js sends "tts" and "enforce_nonce" where the description has no such fields.
test("of all that was asked, only what should be was refused", async () => {
  const wrong = (await emulator.order("refusals")).filter(
    (r) => !/answered before|was 00:00:03\.\d+ old|(tts|enforce_nonce): is no field/.test(r),
  );
  assert.deepEqual(wrong, []);
});
