// Markdown of a piece of a post: only what our own Markdown can have made.
const AROUND = { STRONG: "**", B: "**", EM: "*", I: "*", DEL: "~~", CODE: "`" };

export function markdown(piece) {
  return blocks(piece).replace(/\n{3,}/g, "\n\n").trim();
}

function blocks(parent) {
  let text = "";
  for (const node of parent.childNodes) text += node.nodeType === Node.TEXT_NODE ? plain(node) : block(node);
  return text;
}

function block(node) {
  switch (node.tagName) {
    case "P": case "DIV": case "TABLE": case "SECTION": return `\n\n${blocks(node).trim()}\n\n`;
    case "H1": case "H2": case "H3": case "H4": case "H5": case "H6": return `\n\n${"#".repeat(node.tagName[1])} ${blocks(node).trim()}\n\n`;
    case "BLOCKQUOTE": return `\n\n${prefixed(markdown(node), "> ", "> ")}\n\n`;
    case "PRE": return `\n\n\`\`\`\n${node.textContent.trimEnd()}\n\`\`\`\n\n`;
    case "UL": case "OL": return `\n\n${list(node)}\n\n`;
    case "LI": return `\n- ${blocks(node).trim()}`;
    case "TR": return `${[...node.children].map((cell) => blocks(cell).trim()).join(" | ")}\n`;
    case "BR": return "\n";
    case "SUP": return "";
    case "A": return node.className === "picture" ? blocks(node) : link(node);
    case "IMG": return image(node);
    case "FIGURE": return `\n\n${blocks(node).trim()}\n\n`;
    case "FIGCAPTION": return "";
    case "INPUT": return node.checked ? "[x] " : "[ ] ";
    default: return around(node);
  }
}

function around(node) {
  const mark = AROUND[node.tagName] ?? "";
  const inner = node.tagName === "CODE" ? node.textContent : blocks(node);
  return inner.trim() === "" ? inner : mark + inner + mark;
}

function list(node) {
  let number = Number(node.start ?? 1);
  return [...node.children].map((item) => {
    const sign = node.tagName === "OL" ? `${number++}. ` : "- ";
    return prefixed(markdown(item), sign, " ".repeat(sign.length));
  }).join("\n");
}

function prefixed(text, first, others) {
  return text.split("\n").map((line, at) => ((at === 0 ? first : others) + line).trimEnd()).join("\n");
}

function link(node) {
  // What content is called is not for everybody who reads the quotation.
  if (node.className === "to") {
    const [, kind, id] = node.pathname.split("/");
    return `[[${kind.slice(0, 1)}:${id.slice(0, 13)}]]`;
  }
  if (node.className === "at") return node.textContent;
  const words = blocks(node);
  const to = node.getAttribute("href") ?? "";
  return to === "" || to.startsWith("#") ? words : `[${words}](${to})`;
}

function image(node) {
  const { pathname } = new URL(node.src);
  const size = node.hasAttribute("width") ? `/${node.getAttribute("width")}x${node.getAttribute("height")}` : "";
  const caption = node.closest("figure")?.querySelector("figcaption")?.textContent.replace(/[\\"]/g, "\\$&");
  return `![${plain({ data: node.alt }) || "-"}](/images/${pathname.slice(8, 21)}${size}${caption ? ` "${caption}"` : ""})`;
}

// Signs that would become marks are told that they are none.
function plain(node) {
  return node.data.replace(/\s+/g, " ").replace(/[\\`*_[\]<>]/g, "\\$&");
}
