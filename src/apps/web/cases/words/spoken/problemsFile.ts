/** What can be wrong with a file, a picture or a page, by the English sentence. */
export const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  'For now only text is read: ask for the letter as a PDF from the plan’s portal, or type its words into a text file.':
    'Por ahora solo se lee texto: pida la carta en PDF en el portal del plan, o escriba sus palabras en un archivo de texto.',
  'The file is empty (0 bytes).': 'El archivo está vacío (0 bytes).',
  'Save or download it again and check that it opens.': 'Guárdelo o descárguelo de nuevo y compruebe que se abre.',
  'The file holds no words, only blanks.': 'El archivo no tiene palabras, solo espacios en blanco.',
  'Check that it is the right file and save it again.': 'Compruebe que sea el archivo correcto y guárdelo de nuevo.',
  'The PDF is locked with a password.': 'El PDF está bloqueado con una contraseña.',
  'Open it with the password, print it to a new PDF, and give that one.':
    'Ábralo con la contraseña, imprímalo en un PDF nuevo y dé ese.',
  'The PDF is damaged or cut off.': 'El PDF está dañado o incompleto.',
  'Download it again, or open it and print it to a new PDF.': 'Descárguelo de nuevo, o ábralo e imprímalo en un PDF nuevo.',
  'The PDF needs more memory or time than a letter or record ever does.':
    'El PDF necesita más memoria o tiempo de lo que necesita una carta o un expediente.',
  'Print the pages that matter to a new PDF and give that one.': 'Imprima las páginas que importan en un PDF nuevo y dé ese.',
  'The file is larger than can be read.': 'El archivo es demasiado grande para leerlo.',
  'Give only the pages that matter (up to 100 MB for PDF, 20 MB for other files).':
    'Dé solo las páginas que importan (hasta 100 MB en PDF, 20 MB en otros archivos).',
  'The PDF holds pictures of pages, not text.': 'El PDF contiene imágenes de páginas, no texto.',
  'The file is a picture, not a document.': 'El archivo es una imagen, no un documento.',
  'The picture is damaged or cut off.': 'La imagen está dañada o incompleta.',
  'Take it anew, or send the file again.': 'Tómela otra vez, o envíe el archivo de nuevo.',
  'The picture needs more memory or time than a page ever does.':
    'La imagen necesita más memoria o tiempo de lo que necesita una página.',
  'Photograph each page by itself at the usual size (up to 60 million pixels).':
    'Fotografíe cada página por separado, con el tamaño de siempre (hasta 60 millones de píxeles).',
  'No words could be read in the picture.': 'En la imagen no se pudo leer ninguna palabra.',
  'Lay the page flat in good light, photograph it from straight above so that it fills the picture, and send that.':
    'Ponga la página plana y con buena luz, fotografíela justo desde arriba de modo que llene la imagen, y envíe esa foto.',
  'Reading the picture took longer than a page ever does.': 'Leer la imagen tardó más de lo que tarda una página.',
  'Send the pages one by one, or ask for the letter as a PDF from the plan’s portal.':
    'Envíe las páginas una por una, o pida la carta en PDF en el portal del plan.',
  'The file has no pages that can be shown.': 'El archivo no tiene páginas que se puedan mostrar.',
  'Give a PDF, or a JPEG, PNG, WebP, TIFF, GIF or HEIC picture.': 'Dé un PDF, o una imagen JPEG, PNG, WebP, TIFF, GIF o HEIC.',
  'The file is a vector drawing (SVG).': 'El archivo es un dibujo vectorial (SVG).',
  'Save it as PDF or PNG and give that.': 'Guárdelo como PDF o PNG y dé ese.',
  'The Word document is damaged.': 'El documento de Word está dañado.',
  'Open it in Word or LibreOffice and save it again, or save it as PDF.':
    'Ábralo en Word o LibreOffice y guárdelo de nuevo, o guárdelo como PDF.',
  'The file is in an old Word format.': 'El archivo está en un formato antiguo de Word.',
  'Open it and save it as .docx or PDF.': 'Ábralo y guárdelo como DOCX o PDF.',
  'The file is in Rich Text Format.': 'El archivo está en formato de texto enriquecido (RTF).',
  'Open it in a word processor and save it as .docx or PDF.': 'Ábralo en un procesador de textos y guárdelo como DOCX o PDF.',
  'The file is an archive or an office file other than Word.':
    'El archivo es un paquete comprimido o un archivo de oficina que no es de Word.',
  'Unpack it and give the PDF, DOCX, HTML or text files in it.':
    'Descomprímalo y dé los archivos PDF, DOCX, HTML o de texto que contiene.',
  'The file is of a kind that holds no readable text.': 'El archivo es de una clase que no tiene texto que se pueda leer.',
  'Give a PDF, DOCX, HTML or text file.': 'Dé un archivo PDF, DOCX, HTML o de texto.',
  '{pages} of {n} not read.': '{pages} de {n} sin leer.',
  'If what matters is there, give those pages as a file of their own.':
    'Si lo que importa está ahí, dé esas páginas en un archivo aparte.',
  '{pages} hold no text.': '{pages}: no tienen texto.',
  'If they are scans, get them as text or type what matters.':
    'Si son páginas escaneadas, consígalas como texto o escriba lo que importa.',
  '{pages} show no words that can be read.': '{pages}: no muestran palabras que se puedan leer.',
  'If they are not blank, photograph them anew: flat, in good light, from straight above.':
    'Si no están en blanco, fotografíelas otra vez: planas, con buena luz y justo desde arriba.',
  '{pages} are pictures and could not be read.': '{pages}: son imágenes y no se pudieron leer.',
  '{pages} are hard to read, so words may be wrong or missing.':
    '{pages}: cuesta leerlas, así que puede haber palabras equivocadas o que falten.',
  'Photograph them anew: flat, in good light, from straight above. Or compare every value with the paper.':
    'Fotografíelas otra vez: planas, con buena luz y justo desde arriba. O compare cada dato con el papel.',
  'There is no picture in it.': 'No contiene ninguna imagen.',
  'Choose the photographs again.': 'Elija las fotos de nuevo.',
  'This PDF can not be opened.': 'Este PDF no se puede abrir.',
  'Save it as a PDF again, without a password.': 'Guárdelo otra vez como PDF, sin contraseña.',
  'The pages could not be set: {kept}.': 'No se pudieron componer las páginas: {kept}.',
  'Report this; the text is still in case.json.': 'Avise de este error; el texto sigue en case.json.',
  'The pages are complete but not fully marked up for screen readers (PDF/UA-1).':
    'Las páginas están completas, pero no del todo preparadas para lectores de pantalla (PDF/UA-1).',
  'Send them as they are; give a reader who needs it the DOCX.': 'Envíelas como están; a quien lo necesite, dele el DOCX.',
  'What was sent may have {n} KB.': 'Lo que se envía puede tener hasta {n} KB.',
  'Together the files may have {n} MB.': 'Los archivos juntos pueden tener hasta {n} MB.',
  'Send fewer at once, or smaller ones.': 'Envíe menos a la vez, o archivos más pequeños.',
  'The upload broke off before it was complete.': 'El envío se cortó antes de terminar.',
  'Send it again.': 'Envíelo de nuevo.',
  'The form holds more than it may: too many fields or files, or one text that is too long.':
    'El formulario tiene más de lo que admite: demasiados campos o archivos, o un texto demasiado largo.',
  'Send fewer at once. A long letter is better sent as a file.':
    'Envíe menos a la vez. Una carta larga se envía mejor como archivo.',
  'This form was too old, or it came from another page.': 'Este formulario era demasiado antiguo o venía de otra página.',
  'Open the page again and send it once more. What was kept before is still there.':
    'Abra la página de nuevo y envíelo otra vez. Lo que ya estaba guardado sigue ahí.',
  'Many files are being sent at this moment.': 'En este momento se están enviando muchos archivos.',
  'Wait a minute and send yours once more.': 'Espere un minuto y envíe los suyos otra vez.',
  'This kind of file is not read here.': 'Aquí no se lee esta clase de archivo.',
  'Send a PDF, a photo (JPEG, PNG, HEIC), a Word file (.docx), or plain text.':
    'Envíe un PDF, una foto (JPEG, PNG, HEIC), un archivo de Word (.docx) o texto simple.',
  'No file was chosen.': 'No se eligió ningún archivo.',
  'Choose a file and send it again.': 'Elija un archivo y envíelo de nuevo.',
  'These files are of different kinds and can not be one letter.':
    'Estos archivos son de clases distintas y no pueden ser una sola carta.',
  'Choose one file, or only photographs of its pages. Records are added later.':
    'Elija un solo archivo, o solo fotos de sus páginas. Los expedientes se agregan después.',
  'Too many people are being served at this moment.': 'En este momento se atiende a demasiadas personas.',
  'Wait a minute and open the page again.': 'Espere un minuto y abra la página de nuevo.',
  'This took too long or too much memory and was stopped.': 'Esto tardó demasiado o usó demasiada memoria, y se detuvo.',
  'Try again; if it is one file each time, send it in smaller parts.':
    'Inténtelo de nuevo; si siempre es el mismo archivo, envíelo en partes más pequeñas.',
  'The file is not a FHIR record that can be read.': 'El archivo no es un expediente FHIR que se pueda leer.',
  'Download it again as a FHIR R4 bundle (JSON or NDJSON), or send the visit notes as PDF.':
    'Descárguelo de nuevo como paquete FHIR R4 (JSON o NDJSON), o envíe las notas de consulta en PDF.',
  'The file holds nothing that speaks to an appeal.': 'El archivo no contiene nada que sirva para una apelación.',
  'Download the record with diagnoses, medicines, results and notes.':
    'Descargue el expediente con diagnósticos, medicinas, resultados y notas.',
  'The file holds the records of more than one patient.': 'El archivo contiene expedientes de más de un paciente.',
  'Download the record of this patient alone, and send that.': 'Descargue solo el expediente de este paciente y envíe ese.',
  'Parts of the file were not read: {kept}.': 'Hay partes del archivo que no se leyeron: {kept}.',
  'If one of them matters, send it as a note or a report.': 'Si alguna importa, envíela como nota o informe.',
  'Exhibit {name} is not in the packet: no file was given.': 'El anexo {name} no está en el paquete: no se dio ningún archivo.',
  'Add the file to the case.': 'Agregue el archivo al caso.',
  'Exhibit {name} is not in the packet: the file is empty.': 'El anexo {name} no está en el paquete: el archivo está vacío.',
  'Send the file again.': 'Envíe el archivo de nuevo.',
  'Exhibit {name} is not in the packet: the file is locked with a password.':
    'El anexo {name} no está en el paquete: el archivo está bloqueado con una contraseña.',
  'Save a copy without the password and send that.': 'Guarde una copia sin la contraseña y envíe esa.',
  'Exhibit {name} is not in the packet: the file is damaged and can’t be opened.':
    'El anexo {name} no está en el paquete: el archivo está dañado y no se puede abrir.',
  'Print it to PDF, or scan it, and send that.': 'Imprímalo en PDF, o escanéelo, y envíe esa copia.',
  'Exhibit {name} is not in the packet: the file takes too long to open.':
    'El anexo {name} no está en el paquete: el archivo tarda demasiado en abrirse.',
  'Exhibit {name} is not in the packet: this kind of file can’t be put in a packet.':
    'El anexo {name} no está en el paquete: esta clase de archivo no se puede incluir.',
  'Send it as PDF, JPEG or PNG.': 'Envíelo como PDF, JPEG o PNG.',
  "{n} characters have no shape in the packet's fonts and are shown as [?].":
    '{n} caracteres no existen en las letras del paquete y se muestran como un signo de interrogación entre corchetes.',
  "{n} character has no shape in the packet's fonts and is shown as [?].":
    '{n} carácter no existe en las letras del paquete y se muestra como un signo de interrogación entre corchetes.',
  'Write the word in Latin letters in the case file.': 'Escriba la palabra con letras latinas en el caso.',
}
