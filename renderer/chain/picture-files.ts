interface Size {
  width: number
  height: number
}

/** Pixels of the picture for one of the drawing, so that print is sharp. */
const SHARPNESS = 2

/** The drawing as an address for an image; scripts in it would not run there. */
export const svgUrl = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/** @throws Error when the browser cannot draw it */
export async function pngOf(svg: string, { width, height }: Size): Promise<Uint8Array> {
  const image = new Image()
  image.src = svgUrl(svg)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * SHARPNESS)
  canvas.height = Math.round(height * SHARPNESS)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('picture not drawn')
  return new Uint8Array(await blob.arrayBuffer())
}

const PAGES = { A4: { long: 297, short: 210 }, A3: { long: 420, short: 297 } }
const MARGIN = 10

/** Prints the drawing alone on one page, across where it is wider than high. */
export async function printPicture(svg: string, { width, height }: Size, paper: keyof typeof PAGES): Promise<void> {
  const across = width >= height
  const { long, short } = PAGES[paper]
  const room = { width: (across ? long : short) - 2 * MARGIN, height: (across ? short : long) - 2 * MARGIN }
  const scale = Math.min(room.width / width, room.height / height)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `@page { size: ${paper} ${across ? 'landscape' : 'portrait'}; margin: ${MARGIN}mm }
     @media screen { .picture-print { display: none } }
     @media print { body > *:not(.picture-print) { display: none !important } .picture-print { width: ${width * scale}mm; height: ${height * scale}mm } }`,
  )
  const image = new Image()
  image.className = 'picture-print'
  image.alt = ''
  image.src = svgUrl(svg)
  await image.decode()
  document.body.append(image)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const clean = () => {
    image.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  }
  window.addEventListener('afterprint', clean, { once: true })
  window.print()
}
