export function PrintPreview(_props: object) {
  return null
}
