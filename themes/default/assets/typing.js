// Typing for somebody into a field of text.

// Puts text into the field as if it had been typed, or takes out what is selected, so that the browser can undo it.
export function type(field, text) {
  field.focus();
  if (!document.execCommand(text ? "insertText" : "delete", false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// The same as a block of its own, below the line of the cursor.
export function addBelow(field, text) {
  const end = field.value.indexOf("\n", field.selectionEnd);
  field.setSelectionRange(end < 0 ? field.value.length : end, end < 0 ? field.value.length : end);
  const before = field.value.slice(0, field.selectionStart);
  const gap = before.trim() === "" ? "" : before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  type(field, gap + text + "\n");
}
