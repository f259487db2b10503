package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes a PEM text, pasted or as a file. A secret one is taken away from the page as soon as it is
 * there: only that one was given is shown.
 */
final class PemField extends Div {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 64 * 1024;

  private final TextArea text = new TextArea();
  private final Span given = new Span();
  private final Button away = new Button();
  private final boolean secret;
  private transient @Nullable String hidden;

  PemField(String label, String help, boolean secret) {
    this.secret = secret;
    addClassName("pem-field");
    text.setLabel(label);
    text.setHelperText(help);
    text.setWidthFull();
    text.setMinRows(secret ? 2 : 3);
    text.setMaxRows(8);
    text.addClassName("mono-value");
    text.setPlaceholder(secret ? "-----BEGIN PRIVATE KEY-----" : "-----BEGIN CERTIFICATE-----");
    text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    text.getElement().setAttribute("autocomplete", "off");
    text.getElement().setAttribute("spellcheck", "false");
    text.addValueChangeListener(change -> changed(change.getValue()));
    away.setText(getTranslation("inventory.pem.away"));
    away.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    away.addClickListener(click -> forget());
    var state = new Div(given, away);
    state.addClassName("pem-given");
    state.getElement().setAttribute("aria-live", "polite");
    add(text, upload(label), state);
    draw();
  }

  private Upload upload(String label) {
    var upload = new Upload((UploadHandler) this::take);
    var choose =
        new Button(getTranslation(secret ? "inventory.pem.key.file" : "inventory.pem.file"));
    choose.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    choose.setAriaLabel(getTranslation("ui.named", choose.getText(), label));
    upload.setUploadButton(choose);
    upload.setDropAllowed(false);
    upload.setMaxFiles(1);
    upload.addClassName("pem-upload");
    return upload;
  }

  /** Reads no more than what may be kept; the file's name plays no part. */
  private void take(UploadEvent event) throws IOException {
    byte[] bytes;
    try (var input = event.getInputStream()) {
      bytes = input.readNBytes(LARGEST + 1);
    }
    var read = bytes.length > LARGEST ? null : new String(bytes, StandardCharsets.UTF_8);
    var _ =
        event
            .getUI()
            .access(
                () -> {
                  if (event.getOwningComponent() instanceof Upload upload) {
                    upload.clearFileList();
                  }
                  if (read == null) {
                    invalid(getTranslation("inventory.unacceptable.pem.too.large", LARGEST / 1024));
                  } else {
                    put(read);
                  }
                });
  }

  private void put(String read) {
    if (secret) {
      changed(read);
    } else {
      text.setValue(read);
    }
  }

  private void changed(String value) {
    text.setInvalid(false);
    if (secret && !value.isBlank()) {
      hidden = value;
      text.clear();
    }
    draw();
  }

  private void draw() {
    boolean there = secret && hidden != null;
    given.setText(there ? getTranslation("inventory.pem.given") : "");
    away.setVisible(there);
  }

  private void forget() {
    hidden = null;
    draw();
  }

  /** What was given; blank for nothing. */
  String value() {
    var taken = hidden;
    return secret ? (taken == null ? "" : taken) : text.getValue();
  }

  /** Shows a public text. */
  void show(@Nullable String pem) {
    text.setValue(pem == null ? "" : pem);
  }

  /** Takes away what was given, shown or not. */
  void clear() {
    hidden = null;
    text.clear();
    draw();
  }

  void help(String words) {
    text.setHelperText(words);
  }

  void invalid(String words) {
    text.setErrorMessage(words);
    text.setInvalid(true);
  }

  void valid() {
    text.setInvalid(false);
  }
}
