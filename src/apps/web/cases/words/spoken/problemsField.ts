/** What can be wrong with one stated value, by the English sentence. */
export const FIELD_PROBLEMS: Readonly<Record<string, string>> = {
  'This is empty.': 'Esto está vacío.',
  'Write the words, or remove the line.': 'Escriba las palabras, o quite la línea.',
  'This is missing.': 'Esto falta.',
  'Add the line, or remove the whole entry.': 'Agregue la línea, o quite todo el dato.',
  'This must be a single line of text.': 'Esto debe ser una sola línea de texto.',
  'Write one value behind the colon.': 'Escriba un solo valor.',
  'This is not a full calendar date.': 'Esto no es una fecha completa.',
  'Write it as 2026-03-08, 3/8/2026 or March 8, 2026; check that the day exists.':
    'Escríbala como 2026-03-08, 3/8/2026 (mes/día/año) o March 8, 2026; compruebe que ese día existe.',
  'This is not a date.': 'Esto no es una fecha.',
  'Write as much as is known: 2024, 2024-03 or 2024-03-08.': 'Escriba lo que se sepa: 2024, 2024-03 o 2024-03-08.',
  'This must be yes or no.': 'Esto debe ser “yes” (sí) o “no”.',
  'Write yes or no.': 'Escriba “yes” (sí) o “no”.',
  'This is not a number.': 'Esto no es un número.',
  'Write only the figure, as 4.5; the unit has its own line.':
    'Escriba solo la cifra, como 4.5; la unidad va en su propia línea.',
  'This is not a valid NPI: it needs ten digits, and the last is a check digit.':
    'Esto no es un NPI válido: necesita diez dígitos, y el último es un dígito de control.',
  'Copy it again from the prescriber or from the NPI registry.': 'Cópielo otra vez de quien receta o del registro de NPI.',
  'This is not a state.': 'Esto no es un estado.',
  'Write the two letters of the postal code, as TX.': 'Escriba las dos letras de la abreviatura postal, como TX.',
  'This is not one of the choices.': 'Esto no es una de las opciones.',
  'Write one of: {kept}.': 'Escriba una de estas opciones: {kept}.',
  'This is not an ICD-10-CM code.': 'Esto no es un código ICD-10-CM.',
  'Write it with its dot, as G43.709; leave the line out when it is not known.':
    'Escríbalo con su punto, como G43.709; si no se sabe, déjelo vacío.',
  'This is not a service code.': 'Esto no es un código de servicio.',
  'Write the system and the code, as CPT 97530, HCPCS J2350 or NDC 50242-0150-01.':
    'Escriba el sistema y el código, como CPT 97530, HCPCS J2350 o NDC 50242-0150-01.',
  'Write ten digits, as 512-555-0100.': 'Escriba diez dígitos, como 512-555-0100.',
}
