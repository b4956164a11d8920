-- When a message was first tried of those tries whose fate is open: for a while after it the platform knows it again.
ALTER TABLE outbox ADD COLUMN tried TEXT;
