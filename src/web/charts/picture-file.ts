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

/**
 * Dots of a PNG for each pixel of the page: three, sharp in print at the width of a column; fewer where browsers
 * would draw nothing, as they do without a word beyond sixteen thousand dots a side or sixteen million in all.
 *
 * @example
 * dotsPerPixel(720, 400) // => 3
 */
export function dotsPerPixel(width: number, height: number): number {
  const side = 16_000 / Math.max(width, height);
  const whole = Math.sqrt(16_000_000 / (width * height));
  return Math.min(3, side, whole);
}

/**
 * Hands a picture to the browser as PNG.
 *
 * @returns whether the browser could draw it
 */
export async function savePng(svg: string, name: string): Promise<boolean> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  const isDrawn = await image.decode().then(
    () => true,
    () => false,
  );
  if (!isDrawn) return false;
  const canvas = document.createElement("canvas");
  const dots = dotsPerPixel(image.naturalWidth, image.naturalHeight);
  canvas.width = Math.floor(image.naturalWidth * dots);
  canvas.height = Math.floor(image.naturalHeight * dots);
  const pen = canvas.getContext("2d");
  if (!pen) return false;
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) save(blob, name);
  return blob !== null;
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
