-- Writes many documents in one process. Standard input holds a JSON list of orders:
--   {source = tree as a JSON file, target = file to write, format, template?, reference?}
-- After each order one line of JSON says how it went, so that one bad document does not sink the others.
local orders = pandoc.json.decode(io.read('a'), false)
local templates = {}

local function contents(path)
  local file = assert(io.open(path, 'rb'))
  local text = file:read('a')
  file:close()
  return text
end

local function template(path)
  if not templates[path] then
    templates[path] = pandoc.template.compile(contents(path))
  end
  return templates[path]
end

local function write(order)
  local options = { wrap_text = 'none' }
  if order.template then options.template = template(order.template) end
  if order.reference then options.reference_doc = order.reference end
  local document = pandoc.read(contents(order.source), 'json')
  local text = pandoc.write(document, order.format, pandoc.WriterOptions(options))
  local file = assert(io.open(order.target, 'wb'))
  file:write(text)
  file:close()
end

for _, order in ipairs(orders) do
  local ok, failure = pcall(write, order)
  local line = { ok = ok, failure = not ok and tostring(failure) or nil }
  io.write(pandoc.json.encode(line), '\n')
  io.flush()
end
