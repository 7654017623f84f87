package io.earnout.present.papers;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.render.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/**
 * The fields of a paper that are filled in on a screen: each is where the element with its name as id is, and its label for
 * who can't see it is the title of that element.
 */
final class FormFields {

    /** The ids of the elements. */
    static final Pattern PLACES = Pattern.compile("field-[a-z_]+");

    private static final int PREFIX = "field-".length();
    private static final String FONT = "Helv";

    /** From the top, and in a line from the left: heights are counted from below. */
    private static final Comparator<PagePosition<Box>> AS_READ = Comparator.comparing(PagePosition<Box>::getPageNo)
            .thenComparing(place -> -place.getY())
            .thenComparing(PagePosition<Box>::getX);

    private final PDDocument document;
    private final PDAcroForm form;

    private FormFields(PDDocument document) {
        this.document = document;
        this.form = new PDAcroForm(document);
    }

    static void add(PDDocument document, List<PagePosition<Box>> places) throws IOException {
        if (places.isEmpty()) {
            return;
        }
        FormFields fields = new FormFields(document);
        List<PagePosition<Box>> ordered = new ArrayList<>(places);
        ordered.sort(AS_READ);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName(FONT), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        fields.form.setDefaultResources(resources);
        fields.form.setDefaultAppearance("/" + FONT + " 0 Tf 0 g");
        fields.form.setNeedAppearances(true);
        for (PagePosition<Box> place : ordered) {
            fields.add(place);
        }
        document.getDocumentCatalog().setAcroForm(fields.form);
    }

    private void add(PagePosition<Box> place) throws IOException {
        PDPage page = document.getPage(place.getPageNo());
        PDTextField field = new PDTextField(form);
        field.setPartialName(place.getId().substring(PREFIX));
        field.setAlternateFieldName(place.getElement().getElement().getAttribute("title"));
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(place.getX(), place.getY(), place.getWidth(), place.getHeight()));
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
        page.getCOSObject().setName("Tabs", "S");
        form.getFields().add(field);
        tag(widget, page);
    }

    /** Makes the field a part of the structure, so that readers of screens come to it. */
    private void tag(PDAnnotationWidget widget, PDPage page) throws IOException {
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        int key = root.getParentTreeNextKey();
        PDStructureElement element = new PDStructureElement("Form", root);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        reference.setItem(COSName.OBJ, widget.getCOSObject());
        reference.setItem(COSName.PG, page.getCOSObject());
        element.getCOSObject().setItem(COSName.K, reference);
        ((PDStructureElement) root.getKids().get(0)).appendKid(element);
        PDNumberTreeNode parents = root.getParentTree();
        COSArray numbers = parents.getCOSObject().getCOSArray(COSName.NUMS);
        numbers.add(COSInteger.get(key));
        numbers.add(element.getCOSObject());
        widget.setStructParent(key);
        root.setParentTreeNextKey(key + 1);
    }
}
