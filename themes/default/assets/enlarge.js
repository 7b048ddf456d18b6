// An image of a post in its full size, over the page. Escape, the button, or a click beside it leads back.
import { styled } from "./sheet.js";

const dialog = document.getElementById("enlarged");
const figure = dialog.querySelector("figure");
const real = dialog.querySelector(".real");
const sheet = styled("./enlarge.css");

export async function enlarge(link) {
  await sheet;
  const small = link.querySelector("img");
  const large = new Image();
  large.alt = small.alt;
  large.width = small.getAttribute("width") ?? "";
  large.height = small.getAttribute("height") ?? "";
  large.src = link.href;
  figure.replaceChildren(large);
  const caption = link.parentElement.querySelector("figcaption");
  if (caption) figure.append(caption.cloneNode(true));
  show(false);
  dialog.showModal();
  dialog.querySelector(".shut").focus();
}

// As large as it is, to be moved about; or as a whole.
function show(inFull) {
  dialog.classList.toggle("in-full", inFull);
  real.setAttribute("aria-pressed", inFull);
}
real.addEventListener("click", () => show(!dialog.classList.contains("in-full")));

dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target === figure) dialog.close();
  if (event.target.matches("figure img")) show(!dialog.classList.contains("in-full"));
});
dialog.addEventListener("close", () => figure.replaceChildren());
