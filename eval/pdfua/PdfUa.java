import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates files against PDF/UA-1. Prints PASS or FAIL and the failed rules; exit 1 when any fails. */
public class PdfUa {
  public static void main(String[] files) {
    VeraGreenfieldFoundryProvider.initialise();
    boolean all = true;
    for (String file : files) all &= passes(file);
    System.exit(all ? 0 : 1);
  }

  private static boolean passes(String file) {
    PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
      System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + file + " (" + result.getTotalAssertions() + " checks)");
      Map<String, String> failed = new TreeMap<>();
      for (TestAssertion a : result.getTestAssertions()) {
        if (a.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber();
        failed.putIfAbsent(rule, a.getMessage() + " @ " + a.getLocation().getContext());
      }
      failed.forEach((rule, where) -> System.out.println("  " + rule + ": " + where));
      return result.isCompliant();
    } catch (Exception e) {
      System.out.println("FAIL " + file + ": " + e);
      return false;
    }
  }
}
