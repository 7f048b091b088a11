-- Parses many texts in one process: a JSON list of texts in, a Pandoc document as JSON on each line out.
-- The name of the reader is the first argument.
local texts = pandoc.json.decode(io.read('a'), false)
local reader = arg[1]
for _, text in ipairs(texts) do
  -- Without a line break at its end, the last row of a table would not be read as one.
  io.write(pandoc.write(pandoc.read(text .. '\n', reader), 'json'), '\n')
  io.flush()
end
