import java.io.File;
import java.io.InputStream;
import java.util.*;
import java.util.logging.*;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Validates PDF files with veraPDF's classes, whose own reader of profiles needs a JAXB that the jar lacks. */
public class Validate {
    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : List.of("PDFUA-1", "PDFA-2A")) {
            ValidationProfile profile = profile(name);
            for (String file : files) validate(name, profile, file);
        }
    }

    private static void validate(String name, ValidationProfile profile, String file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour());
             PDFAValidator validator = ValidatorFactory.createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s\t%s\t%d\t%s%n", name, result.isCompliant(), result.getTotalAssertions(), file);
            Set<String> failed = new TreeSet<>();
            for (TestAssertion one : result.getTestAssertions())
                if (one.getStatus() == TestAssertion.Status.FAILED)
                    failed.add(one.getRuleId().getClause() + "/" + one.getRuleId().getTestNumber() + " " + one.getMessage());
            failed.forEach(line -> System.out.println("\t" + line));
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        PDFAFlavour flavour = name.equals("PDFUA-1") ? PDFAFlavour.PDFUA_1 : PDFAFlavour.PDFA_2_A;
        InputStream source = PDFAFlavour.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml");
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source).getDocumentElement();
        Set<Rule> rules = new HashSet<>();
        for (Element rule : all(root, "rule")) rules.add(rule(flavour, rule));
        Set<Variable> variables = new HashSet<>();
        for (Element one : all(root, "variable"))
            variables.add(Profiles.variableFromValues(one.getAttribute("name"), one.getAttribute("object"),
                text(one, "defaultValue"), text(one, "value")));
        ProfileDetails details = Profiles.profileDetailsFromValues(name, name, name, new Date(0));
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    private static Rule rule(PDFAFlavour flavour, Element rule) {
        Element id = all(rule, "id").get(0);
        RuleId number = Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        ErrorDetails error = Profiles.errorFromValues(text(rule, "message"), List.of());
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(number, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
            text(rule, "description"), text(rule, "test"), error, List.of());
    }

    private static List<Element> all(Element root, String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < root.getElementsByTagName(name).getLength(); i++)
            found.add((Element) root.getElementsByTagName(name).item(i));
        return found;
    }

    private static String text(Element root, String name) {
        Node found = root.getElementsByTagName(name).item(0);
        return found == null ? "" : found.getTextContent();
    }
}
