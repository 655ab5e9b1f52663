import type { DocxSource } from '../../../test/fixtures/docx.ts'

export const source: DocxSource = {
  title: 'Adverse determination 26-UM-0088412',
  footer: 'HHIC-UM-14 (03/25)    26-UM-0088412    Example document, invented',
  blocks: [
    { kind: 'title', text: 'Harrowgate Health Insurance Company' },
    {
      kind: 'small',
      text: 'Utilization Management\nCustomer Service: 77 Larch Terrace, Peoria, IL 61602 | 1-800-555-0121 | TTY 711 | www.harrowgate.example',
    },
    { kind: 'p', text: 'October 15, 2026' },
    { kind: 'p', text: 'Desmond A. Farrow\n2206 W. Quarry Street\nSpringfield, IL 62704' },
    {
      kind: 'table',
      widths: [2900, 6500],
      rows: [
        ['Member', 'Desmond A. Farrow (subscriber)'],
        ['Member ID', 'HHI 66203 9174 01'],
        ['Group', 'Pell and Rowan Printing LLC, group policy 55-20716 (insured)'],
        ['Case number', '26-UM-0088412'],
        ['Date of request', 'October 1, 2026'],
        ['Requesting provider', 'Priya Venkataraman, OTR/L, Quarry Street Rehabilitation; ordered by Leland J. Moss, MD'],
        ['Service', 'Constraint-induced movement therapy, right upper extremity, 3 hours a day, 10 weekdays (CPT 97530, 120 units)'],
        ['Diagnosis', 'I69.351, Hemiplegia and hemiparesis following cerebral infarction affecting right dominant side'],
      ],
    },
    { kind: 'p', text: 'Re: **Adverse determination. Request not approved.**' },
    { kind: 'p', text: 'Dear Mr. Farrow:' },
    {
      kind: 'p',
      text: 'Harrowgate Health Insurance Company insures your coverage under the group policy issued to your employer in Illinois. We have completed our review of the request shown above. We are not able to approve it.',
    },
    { kind: 'heading', text: 'Reason for the decision' },
    {
      kind: 'p',
      text: 'Constraint-induced movement therapy is considered experimental and investigational because its effectiveness has not been established. Your Certificate of Coverage, Section 7, Exclusion 14 (Experimental or Investigational Services), does not cover services that are experimental or investigational. You may continue standard occupational therapy within your benefit of 60 visits a calendar year.',
    },
    { kind: 'heading', text: 'Reviewer' },
    { kind: 'p', text: 'This decision was made by a physician reviewer, board certified in internal medicine.' },
    { kind: 'heading', text: 'Peer-to-peer' },
    {
      kind: 'p',
      text: 'The ordering physician may call 1-800-555-0122 within 10 business days of this letter to discuss the decision with a medical director.',
    },
    { kind: 'heading', text: 'Appeal rights' },
    {
      kind: 'p',
      text: 'You or your authorized representative may appeal this decision in writing within 180 days after you receive this notice. Mail or fax the appeal to Harrowgate Health Insurance Company, Grievance and Appeals, P.O. Box 20418, Springfield, IL 62708-0418, fax 1-800-555-0127. You may submit written comments, records and other information. You may have, on request and free of charge, copies of all documents relevant to your claim. A service you have not yet received will be decided within 30 days. If you have a medical emergency or your doctor says that the time for a standard appeal could seriously jeopardize your life, health or ability to regain maximum function, call 1-800-555-0128 and we will decide within 72 hours.',
    },
    {
      kind: 'p',
      text: 'After the appeal you may ask for an external review by an independent review organization. In Illinois you file the request with the Illinois Department of Insurance, Office of Consumer Health Insurance, within 4 months after you receive our final decision. You may also have the right to bring a civil action under section 502(a) of ERISA.',
    },
    {
      kind: 'p',
      text: 'Claims for services already received must be sent to us within 365 days of the date of service.',
    },
    { kind: 'p', text: 'Sincerely,\nUtilization Management Department\nHarrowgate Health Insurance Company' },
    { kind: 'small', text: 'cc: Leland J. Moss, MD; Priya Venkataraman, OTR/L' },
  ],
}
