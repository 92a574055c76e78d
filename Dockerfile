# Chancery in one container: the dashboard on port 8501, its store on the volume /store.
#   docker build -t chancery .
#   docker run -p 8501:8501 -v chancery-store:/store chancery
# Your own articles: add  -v /path/to/articles:/articles:ro -e CHANCERY_CORPUS=/articles
FROM python:3.13-slim AS build
WORKDIR /app
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 chancery && mkdir /store && chown chancery /store
COPY --from=build /venv /venv
WORKDIR /app
COPY --chown=root:root . .
USER chancery
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    CHANCERY_STORE=sqlite:////store/corpus.db CHANCERY_CORPUS=/app/data/corpus
VOLUME /store
EXPOSE 8501
# Streamlit answers 200 with a page for unknown paths, so the body is what tells.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["python", "-c", "import sys, urllib.request as u; sys.exit(u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4).read() != b'ok')"]
CMD ["python", "-m", "dashboard", "serve", "--address", "0.0.0.0", "--port", "8501"]
