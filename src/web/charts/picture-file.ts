// A chart as a file of its own: everything the style sheets give is written into the marks, so that the
// picture looks the same in a report as on the page.

const carried = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "paint-order",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-variant-numeric",
  "letter-spacing",
] as const;

/** The SVG text of a drawn chart, without the parts that only serve the page (focus, links, hit areas). */
export function pictureFile(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  originals.forEach((original, i) => {
    const target = copies[i]!;
    if (target.classList.contains("chart-hit")) return;
    const style = getComputedStyle(original);
    for (const name of carried) {
      const value = style.getPropertyValue(name);
      // A pattern is addressed by attribute; the computed value would carry the page's address.
      if (value && !(name === "fill" && target.getAttribute("fill")?.startsWith("url("))) {
        target.setAttribute(name, value);
      }
    }
    for (const name of ["class", "tabindex", "role", "aria-hidden"]) target.removeAttribute(name);
  });
  for (const hit of copy.querySelectorAll(".chart-hit")) hit.remove();
  const [, , width, height] = (svg.getAttribute("viewBox") ?? "0 0 720 400").split(" ");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width!);
  copy.setAttribute("height", height!);
  copy.setAttribute("role", "img");
  return new XMLSerializer().serializeToString(copy);
}

/** Hands a text to the browser as a file. */
export function saveText(text: string, name: string, mediaType: string): void {
  save(new Blob([text], { type: mediaType }), name);
}

/** Dots of a PNG for each pixel of the page: sharp in print at the width of a column. */
const dotsPerPixel = 3;

/** Hands a picture to the browser as PNG. */
export async function savePng(svg: string, name: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * dotsPerPixel;
  canvas.height = image.naturalHeight * dotsPerPixel;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) save(blob, name);
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
