// Filters, steps and views for a redline; without it the page is the whole redline, one below the other.
document.addEventListener("DOMContentLoaded", () => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const made = (tag, name, text = "") => Object.assign(document.createElement(tag), { className: name, textContent: text });
  const words = JSON.parse(one("#words").textContent);
  const filled = (name, ...values) => values.reduce((text, value) => text.replace("{}", value), words[name]);
  const controls = one(".controls"), dialog = one("dialog"), filters = one(".filters"), position = one(".position");
  const status = one(".shown [role=status]"), wide = matchMedia("(min-width: 75rem)");

  // A unit that moved has two rows; the one at its old place is shown but not counted.
  const entries = all(".rows > .change").map((row) => {
    const { op, kind, flags = "", side, level } = row.dataset, changed = op !== "unchanged";
    const counted = changed && !(side === "old" && op.startsWith("moved"));
    return { row, changed, counted, level: Number(level || 0), op: [op], kind: [kind], flag: flags.split(" ").filter(Boolean), opened: false, shown: true };
  });
  const changes = entries.filter((entry) => entry.counted);
  const rows_by_hash = new Map(entries.flatMap((entry) => [entry.row.id, encodeURIComponent(entry.row.id)].map((id) => [`#${id}`, entry])));
  const groups = ["op", "flag", "kind"], toggles = ["only", "side"];
  const state = { op: new Set(), flag: new Set(), kind: new Set(), only: false, side: false };
  const chips = new Map();
  let current = null;

  const fits = (entry, apart = "") =>
    groups.every((group) => group === apart || !state[group].size || entry[group].some((value) => state[group].has(value)));
  const filtering = () => groups.some((group) => state[group].size);

  // From the last row up, so that a heading knows whether anything below it is shown.
  const decide = () => {
    const some = filtering(), below = [false, false, false, false];
    for (const entry of entries.slice().reverse()) {
      const hidden = entry.changed ? some && !fits(entry) : state.only || some;
      entry.shown = !hidden || entry.opened || (entry.level > 0 && below[entry.level]);
      if (entry.level) below.fill(false, entry.level);
      if (entry.shown) below.fill(true, 0, entry.level || 4);
    }
  };

  const fold = (run) => {
    const button = made("button", "fold", run.length > 1 ? filled("fold", run.length) : words["fold-one"]);
    button.type = "button";
    button.onclick = () => {
      for (const entry of run) entry.opened = entry.shown = !(entry.row.hidden = false);
      button.remove();
      focused(run[0]);
    };
    run[0].row.before(button);
  };

  const draw = () => {
    decide();
    all(".fold").forEach((button) => button.remove());
    let run = [];
    for (const entry of [...entries, null]) {
      if (entry && entry.row.hidden === entry.shown) entry.row.hidden = !entry.shown;
      if (entry && !entry.shown) run.push(entry);
      else if (run.length) run = (fold(run), []);
    }
    tell();
    remember();
  };

  const tell = () => {
    const left = steps().length, count = groups.reduce((sum, group) => sum + state[group].size, 0);
    status.textContent = changes.length && !left ? words.nothing : filled("shown", left, changes.length);
    one(".chosen").textContent = count ? `(${count})` : "";
    one("[data-do=clear]").hidden = !count;
    for (const group of groups) {
      const fitting = changes.filter((entry) => fits(entry, group));
      for (const [value, chip] of chips.get(group)) {
        const number = fitting.filter((entry) => entry[group].includes(value)).length;
        one("b", chip).textContent = number;
        chip.classList.toggle("none", !number);
        chip.setAttribute("aria-pressed", state[group].has(value));
      }
    }
    for (const name of toggles) one(`[data-do=${name}]`).setAttribute("aria-pressed", state[name]);
    count_chapters();
    place();
  };

  // The chapters with the number of their changes that are shown.
  const outline = [];
  const count_chapters = () => {
    for (const chapter of outline) {
      const number = chapter.entries.filter((entry) => entry.counted && entry.shown).length;
      chapter.number.textContent = number;
      chapter.item.classList.toggle("none", !number);
    }
  };
  const title_of = (row) => {
    const heading = one(".text", row).cloneNode(true), fresh = row.dataset.side !== "old";
    if (fresh) all("del", heading).forEach((gone) => gone.remove());
    return heading.textContent.trim();
  };
  const make_outline = () => {
    for (const entry of entries) {
      if (entry.level === 1) {
        const item = made("li", ""), link = made("a", "", title_of(entry.row)), number = made("b", "");
        link.href = `#${entry.row.id}`;
        link.append(" ", number);
        item.append(link);
        one(".filters ul").append(item);
        outline.push({ item, number, entries: [] });
      }
      outline.at(-1)?.entries.push(entry);
    }
    one(".filters nav").hidden = !outline.length;
  };

  const make_chips = () => {
    for (const group of groups) {
      const found = new Map();
      for (const entry of changes) for (const value of entry[group]) found.set(value, (found.get(value) || 0) + 1);
      const sorted = [...found.keys()].sort((a, b) => found.get(b) - found.get(a) || (a < b ? -1 : 1));
      const field = one(`[data-group=${group}]`);
      field.hidden = !sorted.length;
      chips.set(group, new Map(sorted.map((value) => {
        const chip = made("button", "chip", `${words[`${group}_${value}`] || value} `);
        Object.assign(chip, { type: "button", onclick: () => press(group, value) }).append(made("b", ""));
        field.append(chip);
        return [value, chip];
      })));
    }
  };
  const press = (group, value) => {
    if (!state[group].delete(value)) state[group].add(value);
    close_opened();
    draw();
  };
  const close_opened = () => entries.forEach((entry) => { entry.opened = false; });

  // Old and new side by side: the same words twice, each time without those of the other side.
  const half = (source, side, gone) => {
    const box = made("div", `half ${side}`), copy = source.cloneNode(true);
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", words[side]);
    box.append(made("span", "side", words[side]));
    box.lastChild.setAttribute("aria-hidden", "true");
    all(gone, copy).forEach((part) => part.remove());
    all("[id]", copy).forEach((part) => part.removeAttribute("id"));
    all("li, p, ul, ol, blockquote, tr, table", copy).reverse()
      .filter((part) => !part.textContent.trim() && !one("img", part)).forEach((part) => part.remove());
    copy.className = "said";
    box.append(copy.textContent.trim() || one("img", copy) ? copy : made("p", "absent", words[`not-in-${side}`]));
    return box;
  };
  const pair = ({ row }) => {
    const text = one(".text", row), halves = made("div", "halves");
    halves.append(half(text, "old", "ins, tr.added"), half(text, "new", "del, tr.removed"));
    (text.closest("details") || text).after(halves);
  };
  let paired = false;
  const arrange = () => {
    if (state.side && !paired) entries.filter((entry) => entry.changed).forEach(pair);
    paired ||= state.side;
    document.body.classList.toggle("paired", state.side);
  };

  const steps = () => changes.filter((entry) => entry.shown && fits(entry));
  const place = () => {
    const list = steps(), at = list.indexOf(current);
    position.textContent = at < 0 ? "" : filled("position", at + 1, list.length);
  };
  const focused = (entry) => {
    current?.row.removeAttribute("aria-current");
    current = entry;
    entry.row.setAttribute("aria-current", "true");
    entry.row.tabIndex = -1;
    entry.row.focus({ preventScroll: true });
    const into = () => entry.row.scrollIntoView({ block: entry.row.offsetHeight < innerHeight / 2 ? "center" : "start" });
    into();
    // Rows that were never drawn have no height of their own yet.
    requestAnimationFrame(into);
    place();
  };
  const step = (by) => {
    const list = steps(), at = list.indexOf(current);
    if (!list.length) return;
    const ahead = list.findIndex((entry) => entry.row.getBoundingClientRect().top > controls.offsetHeight);
    const first = by > 0 ? (ahead < 0 ? 0 : ahead) : (ahead < 0 ? list.length : ahead) - 1;
    focused(list[((at < 0 ? first : at + by) + list.length) % list.length]);
    remember(`#${current.row.id}`);
  };

  // What is chosen stands in the address, so that a link to it can be shared.
  const remember = (hash = location.hash) => {
    const chosen = [...groups.map((group) => [group, [...state[group]].join(",")]), ...toggles.map((name) => [name, state[name] ? "1" : ""])];
    const query = new URLSearchParams(chosen.filter(([, value]) => value)).toString();
    try { history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${hash}`); } catch { /* a page inside another has no address of its own */ }
  };
  const recall = () => {
    const query = new URLSearchParams(location.search);
    for (const group of groups) state[group] = new Set((query.get(group) || "").split(",").filter((value) => chips.get(group).has(value)));
    for (const name of toggles) state[name] = query.get(name) === "1";
  };

  // A link to a row that is hidden wins: filters give way, and what is unchanged is unfolded.
  const reveal = (hash) => {
    const entry = rows_by_hash.get(hash);
    if (!entry) return null;
    if (!entry.shown && entry.changed) groups.forEach((group) => state[group].clear());
    if (!entry.shown) {
      entry.opened = true;
      draw();
    }
    return entry;
  };
  const arrive = () => {
    const entry = reveal(location.hash);
    if (entry) focused(entry);
  };

  const acts = {
    next: () => step(1),
    previous: () => step(-1),
    only: () => { state.only = !state.only; close_opened(); draw(); },
    side: () => { state.side = !state.side; arrange(); tell(); remember(); },
    keys: () => dialog.showModal(),
    clear: () => { groups.forEach((group) => state[group].clear()); close_opened(); draw(); filters.open = true; one(".chip").focus(); },
  };
  const keys = { n: "next", j: "next", p: "previous", k: "previous", s: "side", u: "only", "?": "keys" };
  const use_keys = one("input", dialog);
  try { use_keys.checked = localStorage.getItem("keys") !== "off"; } catch { /* nothing may be kept */ }
  use_keys.onchange = () => { try { localStorage.setItem("keys", use_keys.checked ? "on" : "off"); } catch { /* nothing may be kept */ } };
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]");
    const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
    if (held || writing || dialog.open || !use_keys.checked || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    acts[keys[event.key]]();
  });
  all("[data-do]").forEach((button) => button.addEventListener("click", acts[button.dataset.do]));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && reveal(link.hash)) setTimeout(arrive);
  });
  addEventListener("hashchange", arrive);

  const fit = () => { filters.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
  make_chips();
  make_outline();
  recall();
  one(".rows").before(controls);
  controls.hidden = false;
  arrange();
  draw();
  arrive();
});
