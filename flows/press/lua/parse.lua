-- Parses many texts in one process: a JSON list of texts in, a JSON list of Pandoc documents out.
-- The name of the reader is the first argument.
local texts = pandoc.json.decode(io.read('a'), false)
local reader = arg[1]
local parsed = {}
for number, text in ipairs(texts) do
  parsed[number] = pandoc.write(pandoc.read(text, reader), 'json')
end
io.write('[', table.concat(parsed, ','), ']')
