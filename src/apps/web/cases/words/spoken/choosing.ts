/** Which section of a policy applies, by the English sentence. */
export const CHOOSING: Readonly<Record<string, string>> = {
  'The policy holds no section that grants coverage.': 'La política no tiene ninguna sección que conceda cobertura.',
  'It is the only section of the policy that grants coverage.': 'Es la única sección de la política que concede cobertura.',
  'No section names the diagnosis or the treatment of this case.':
    'Ninguna sección nombra el diagnóstico ni el tratamiento de este caso.',
  '{q} and {q2} fit about equally well.': '{q} y {q2} encajan casi igual de bien.',
  'It names neither the diagnosis nor the treatment.': 'No nombra ni el diagnóstico ni el tratamiento.',
}
